using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Shared;

/// <summary>What the desk shows to administrators beside the rest.</summary>
public sealed class AdministratorDesk(HubDbContext db, MailWatch watch)
{
    /// <returns>Null for everybody else.</returns>
    public async Task<MailFigures?> MailsAsync(Guid accountId, CancellationToken ct) =>
        await db.Users.AnyAsync(u => u.Id == accountId && u.IsAdministrator, ct) ? await watch.ReadAsync(ct) : null;
}
