using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Core.Data;

/// <summary>The host that makes calendar UIDs unique in the world: the one the hub had at its first start, for ever.</summary>
public sealed class CalendarHost(IServiceScopeFactory scopes, IOptions<HubOptions> hub)
{
    private string? known;

    public async ValueTask<string> ReadAsync(CancellationToken ct = default) => known ??= await LoadAsync(ct);

    private async Task<string> LoadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        return await db.Set<Setting>().Where(s => s.Name == Setting.CalendarHost).Select(s => s.Value).SingleOrDefaultAsync(ct)
            ?? await db.WriteAsync(ct => StoreAsync(db, hub.Value.PublicOrigin.Host, ct), ct);
    }

    private static async Task<string> StoreAsync(HubDbContext db, string host, CancellationToken ct)
    {
        if (await db.Set<Setting>().FindAsync([Setting.CalendarHost], ct) is { } stored)
        {
            return stored.Value;
        }

        db.Add(new Setting(Setting.CalendarHost, host));
        return host;
    }
}
