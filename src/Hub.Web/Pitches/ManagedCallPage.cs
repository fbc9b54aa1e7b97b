using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Pitches;

/// <summary>A desk page about one call of a day. Another day's call does not exist here.</summary>
public abstract class ManagedCallPage(HubDbContext db, TimeProvider clock) : ManagedEditionPage(db)
{
    public CallForPitches Call { get; private set; } = null!;

    public Contest Contest { get; private set; } = null!;

    public CallPhase Phase => Call.PhaseAt(Contest, Now);

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if (Guid.TryParse(RouteData.Values["call"] as string, out var id)
                && await Db.CallsForPitches.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.EditionId == Edition.Id, Aborted) is { } call)
            {
                (Call, Contest) = (call, await Db.Contests.AsNoTracking().SingleAsync(c => c.Id == id, Aborted));
                return await next();
            }

            context.Result = NotFound();
            return new(PageContext, [], context.HandlerMethod, this) { Canceled = true };
        });
}
