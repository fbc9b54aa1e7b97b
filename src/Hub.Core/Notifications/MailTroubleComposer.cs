using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

/// <summary>Writes the alert, unless all is well again or the person administers no more.</summary>
public sealed class MailTroubleComposer(HubDbContext db, MailWatch watch, IOptions<HubOptions> hub, TimeProvider clock) : IMailComposer
{
    public bool Composes(string kind) => kind is NotificationMailKinds.Trouble;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var figures = await watch.ReadAsync(ct);
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == message.SubjectId && u.IsAdministrator && u.DisabledAt == null, ct);
        if (account?.Email is null || !figures.IsTroubledAt(now))
        {
            return null;
        }

        Uri page = new(hub.Value.PublicOrigin, account.Language == "en" ? "/en/administration/courriels" : "/administration/courriels");
        MailTroubleMail model = new(figures.Dead, figures.Due, figures.IsLateAt(now) ? figures.OldestDue : null, page);
        return new(account.Email, "", account.Language, model, "Hub");
    }
}
