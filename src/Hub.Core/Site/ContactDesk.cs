using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Site;

/// <summary>Passes what visitors write on to everybody who administers the hub.</summary>
public sealed class ContactDesk(HubDbContext db, TimeProvider clock)
{
    public Task SendAsync(ContactMessage message, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                foreach (var administrator in await db.Users.Where(u => u.IsAdministrator && u.DisabledAt == null).Select(u => u.Id).ToListAsync(ct))
                {
                    // The same words twice are two messages.
                    db.Promise(SiteMailKinds.Contact, administrator, Random.Shared.NextInt64(), now, message);
                }
            },
            ct);
}

/// <param name="Email">Where the answer goes.</param>
public sealed record ContactMessage(string Name, string Email, string Text)
{
    public const int NameLength = 200;
    public const int EmailLength = 254;
    public const int TextLength = 5000;
}
