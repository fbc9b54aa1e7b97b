using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>Writes to both mailboxes. An address somebody else has an account with hears nothing, and who asked does not learn it.</summary>
public sealed class AddressChangeComposer(HubDbContext db, AddressChanges changes, ILookupNormalizer names, IOptions<HubOptions> hub) : IMailComposer
{
    public bool Composes(string kind) => kind is AccountMailKinds.LeaveAddress or AccountMailKinds.TakeAddress;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        var takes = message.Kind is AccountMailKinds.TakeAddress;
        var asked = await (from change in db.Set<AddressChange>()
                           where change.AccountId == message.SubjectId
                           join account in db.Users on change.AccountId equals account.Id
                           select new { account.Email, account.Language, change.Id, change.NewEmail, change.RequestedAt }).SingleOrDefaultAsync(ct);
        if (asked is null || asked.RequestedAt.Ticks != message.Version || (takes && await IsTakenAsync(asked.NewEmail, ct)))
        {
            return null;
        }

        Uri link = new(hub.Value.PublicOrigin, $"/compte/adresse/confirmer?jeton={Uri.EscapeDataString(changes.TokenFor(asked.Id, takes))}");
        return new(takes ? asked.NewEmail : asked.Email!, "", asked.Language, new AddressChangeMail(asked.Email!, asked.NewEmail, takes, link), "Hub");
    }

    private Task<bool> IsTakenAsync(string address, CancellationToken ct)
    {
        var normalized = names.NormalizeEmail(address);
        return db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct);
    }
}
