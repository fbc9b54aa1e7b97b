using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Shared;

/// <summary>A desk page about the programme of a day: open to editors as well, to whom the rail shows no other page.</summary>
public abstract class EditedEditionPage(HubDbContext db) : ManagedEditionPage(db)
{
    protected override IQueryable<Edition> Reachable => Db.EditionsEditedBy(User.AccountId);

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(context, async () =>
        {
            ViewData["EditsOnly"] = !await Db.EditionsManagedBy(User.AccountId).AnyAsync(e => e.Id == Edition.Id, Aborted);
            return await next();
        });
}
