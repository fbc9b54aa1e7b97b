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

    /// <summary>Whether what is done here asks for a recent proof of who does it.</summary>
    protected virtual bool IsSensitive => false;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var accountId = User.AccountId;
        if (!await db.Users.AnyAsync(u => u.Id == accountId && u.IsAdministrator, Aborted))
        {
            context.Result = NotFound();
        }
        else if (IsSensitive && await this.AskForProofAsync() is { } proof)
        {
            context.Result = proof;
        }
        else
        {
            await base.OnPageHandlerExecutionAsync(context, next);
        }
    }
}
