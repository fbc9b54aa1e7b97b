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

/// <summary>A page of one who writes a proposal, by their link.</summary>
[AllowAnonymous, PrivatePage]
public abstract class AuthorPage(HubDbContext db, TimeProvider clock) : PageModel
{
    public Author Author { get; private set; } = null!;

    public Application Application { get; protected set; } = null!;

    public Contest Contest { get; private set; } = null!;

    public CallForPitches Call { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public bool IsOpen => Call.State is CallState.Published && Application.IsOpen(Contest, Now);

    public DateTime ClosesAt => Application.ClosesAt(Contest);

    public string Secret => RouteData.Values["secret"] as string ?? "";

    /// <summary>When the request came, UTC: to wait for others makes nobody late.</summary>
    protected DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    protected HubDbContext Db => db;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Whether there is such a page for this proposal.</summary>
    protected virtual Task<bool> MayOpenAsync() => Task.FromResult(true);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.AuthorOfAsync(Secret, Aborted) is not { } author)
        {
            context.Result = NotFound();
            return;
        }

        Author = author;
        Application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == author.ApplicationId, Aborted);
        Contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == Application.ContestId, Aborted);
        Call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == Contest.Id, Aborted);
        Edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == Call.EditionId, Aborted);

        if (!await MayOpenAsync())
        {
            context.Result = NotFound();
            return;
        }

        // Of several forms on the page, one was sent: each handler looks at its own.
        ModelState.Clear();
        await next();
    }
}
