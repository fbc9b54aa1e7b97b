using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Pitches;

/// <summary>A page of one member of the committee, by their link.</summary>
[AllowAnonymous, PrivatePage]
public abstract class ReviewerPage(HubDbContext db) : PageModel
{
    public Reviewer Reviewer { get; private set; } = null!;

    public CallForPitches Call { get; private set; } = null!;

    public Contest Contest { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public string Secret => RouteData.Values["secret"] as string ?? "";

    protected HubDbContext Db => db;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.ReviewerOfAsync(Secret, Aborted) is not { } reviewer)
        {
            context.Result = NotFound();
            return;
        }

        Reviewer = reviewer;
        Contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == reviewer.ContestId, Aborted);
        Call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == reviewer.ContestId, Aborted);
        Edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == Call.EditionId, Aborted);
        await next();
    }
}
