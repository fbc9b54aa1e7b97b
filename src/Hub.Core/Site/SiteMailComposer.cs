using System.Text.Json;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Site;

/// <summary>Writes visitors' messages to administrators, who answer the visitor directly.</summary>
public sealed class SiteMailComposer(HubDbContext db) : IMailComposer
{
    public bool Composes(string kind) => kind is SiteMailKinds.Contact;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == message.SubjectId && u.IsAdministrator && u.DisabledAt == null, ct);
        if (account?.Email is null || message.Details is null)
        {
            return null;
        }

        var (name, email, text) = JsonSerializer.Deserialize<ContactMessage>(message.Details)!;
        return new(account.Email, "", account.Language, new ContactMail(name, email, text), "Hub", email);
    }
}
