using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Shared;

/// <summary>
/// A desk page about the day whose id stands in the address. For an account that may not touch the day no handler
/// runs, and the page does not exist.
/// </summary>
public abstract class ManagedEditionPage(HubDbContext db) : PageModel
{
    /// <summary>As it was when the request came; commands load their own.</summary>
    public Edition Edition { get; private set; } = null!;

    protected HubDbContext Db => db;

    /// <summary>The days this page opens for the person who asks.</summary>
    protected virtual IQueryable<Edition> Reachable => db.EditionsManagedBy(User.AccountId);

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await FindAsync() is { } edition)
        {
            Edition = edition;
            (ViewData["Context"], ViewData["ContextNote"]) = (edition.Title, Spoken.Date(edition.LocalStart));
            await base.OnPageHandlerExecutionAsync(context, next);
        }
        else
        {
            context.Result = NotFound();
        }
    }

    private async Task<Edition?> FindAsync() =>
        Guid.TryParse(RouteData.Values["id"] as string, out var id)
            ? await Reachable.AsNoTracking().Include(e => e.Theme).SingleOrDefaultAsync(e => e.Id == id, Aborted)
            : null;
}
