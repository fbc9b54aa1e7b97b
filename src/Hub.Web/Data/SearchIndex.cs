using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Data;

/// <summary>Rows older than the column that search reads get their words, which no SQL can fold.</summary>
internal static class SearchIndex
{
    private const int Batch = 500;

    public static async Task CompleteAsync(HubDbContext db, CancellationToken ct)
    {
        var (sessions, organisations) = (db.Set<Session>().Where(s => s.SearchText == ""), db.Organisations.Where(o => o.SearchText == ""));
        while (await IndexAsync(db, sessions, s => s.Index(), ct))
        {
        }

        while (await IndexAsync(db, organisations, o => o.Index(), ct))
        {
        }
    }

    /// <returns>False when no more are left.</returns>
    private static async Task<bool> IndexAsync<T>(HubDbContext db, IQueryable<T> bare, Action<T> index, CancellationToken ct) =>
        await bare.AnyAsync(ct) && await db.WriteAsync(
            async ct =>
            {
                var rows = await bare.Take(Batch).ToListAsync(ct);
                rows.ForEach(index);
                return rows.Count == Batch;
            },
            ct);
}
