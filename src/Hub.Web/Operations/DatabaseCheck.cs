using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Operations;

/// <summary>The database: answers, is of this version, and says nothing that cannot be.</summary>
public sealed class DatabaseCheck(HubDbContext db)
{
    /// <summary>Breaches named in the line; there may be more.</summary>
    private const int Named = 3;

    public async Task<Finding> ExamineAsync(CancellationToken ct)
    {
        try
        {
            // Asked first: only looking would make an empty file of a SQLite database that is not there.
            if (!await db.Database.CanConnectAsync(ct))
            {
                return new(Severity.Error, "database", "it does not answer, or does not exist", "check Database:Provider and ConnectionStrings:Hub; for a new hub, run migrate");
            }

            var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).ToList();
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            return (unknown, pending) switch
            {
                ([var newer, ..], _) => new(Severity.Error, "database", $"it was written by a newer hub ({newer})", "install that version"),
                (_, [_, ..]) => new(Severity.Error, "database", $"migrations are pending: {string.Join(", ", pending)}", "run migrate --backup FILE"),
                _ => new(Severity.Ok, "database", "it answers, and is of this version"),
            };
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            return new(Severity.Error, "database", $"it does not answer: {exception.Message}", "start it, or correct ConnectionStrings:Hub");
        }
    }

    public static async Task<Finding> ExamineAsync(IInvariant invariant, CancellationToken ct)
    {
        var breaches = await invariant.FindBreachesAsync(Named + 1, ct);
        var named = string.Join("; ", breaches.Take(Named)) + (breaches.Count > Named ? "; and more" : "");
        return breaches.Count == 0
            ? new(Severity.Ok, invariant.Name, invariant.Promise)
            : new(Severity.Error, invariant.Name, named, "this is a fault of the hub: make a backup, and report it with this line");
    }
}
