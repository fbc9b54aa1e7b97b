using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Audit;

public static class AuditLog
{
    extension(HubDbContext db)
    {
        public IQueryable<AuditEntry> Audit => db.Set<AuditEntry>().AsNoTracking();

        /// <summary>Adds the line to the operation under way; it is saved with it or not at all.</summary>
        public void Log(string command, Guid subjectId, Guid? accountId, DateTime now, string? details = null) =>
            db.Add(new AuditEntry { At = now, AccountId = accountId, Command = command, SubjectId = subjectId, Details = details });

        /// <summary>A line on its own, for an act that left nothing else in the database.</summary>
        public Task LogAloneAsync(string command, Guid subjectId, Guid? accountId, DateTime now, string? details = null, CancellationToken ct = default) =>
            db.WriteAsync(
                _ =>
                {
                    db.Log(command, subjectId, accountId, now, details);
                    return Task.CompletedTask;
                },
                ct);
    }
}
