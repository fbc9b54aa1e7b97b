using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>Forgets who did what.</summary>
public sealed class AuditRule(HubDbContext db, IOptions<RetentionOptions> options, TimeProvider clock) : IRetentionRule
{
    public string Name => "audit";

    public Task<int> CountAsync(CancellationToken ct) => Old.CountAsync(ct);

    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(ct => Old.ExecuteDeleteAsync(ct), ct);

    private IQueryable<AuditEntry> Old
    {
        get
        {
            var before = clock.GetUtcNow().UtcDateTime.AddMonths(-options.Value.AuditMonths);
            return db.Audit.Where(a => a.At < before);
        }
    }
}
