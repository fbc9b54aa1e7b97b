using Hub.Core.Data;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Shared;

/// <summary>A page about the hub itself. For an account that does not administer it no handler runs, and the page does not exist.</summary>
public abstract class AdministratorPage(HubDbContext db) : PageModel
{
    protected HubDbContext Db => db;

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var accountId = User.AccountId;
        if (await db.Users.AnyAsync(u => u.Id == accountId && u.IsAdministrator, Aborted))
        {
            await base.OnPageHandlerExecutionAsync(context, next);
        }
        else
        {
            context.Result = NotFound();
        }
    }
}
