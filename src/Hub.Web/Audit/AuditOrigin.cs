using Hub.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hub.Web.Audit;

/// <summary>Writes beside each act of the audit log where its request came from; not beside the one with which somebody is forgotten.</summary>
public sealed class AuditOrigin(IHttpContextAccessor requests) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var line in eventData.Context!.ChangeTracker.Entries<AuditEntry>().Where(e => e is { State: EntityState.Added, Entity.Command: not "Erase" }))
        {
            line.Entity.Origin = requests.HttpContext?.Connection.RemoteIpAddress?.ToString();
        }

        return ValueTask.FromResult(result);
    }
}
