using System.Text.Json;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>Writes invitations, with a link made as they leave; dropped when the person was shut out meanwhile.</summary>
public sealed class InvitationComposer(HubDbContext db, UserManager<Account> accounts, OneTimeLink link, IOptions<HubOptions> hub) : IMailComposer
{
    public bool Composes(string kind) => kind is OrganisationMailKinds.Invitation;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        var (organisationId, accountId) = (JsonSerializer.Deserialize<InvitationDetails>(message.Details!)!.OrganisationId, message.SubjectId);
        var invitation = await (from grant in db.OrganiserGrants
                                where grant.OrganisationId == organisationId && grant.AccountId == accountId
                                join organisation in db.Organisations on grant.OrganisationId equals organisation.Id
                                select new { organisation.Name, grant.Role }).SingleOrDefaultAsync(ct);
        if (invitation is null || await accounts.FindByIdAsync(accountId.ToString()) is not { Email: { } email, DisabledAt: null } account)
        {
            return null;
        }

        var knows = await accounts.HasPasswordAsync(account);
        InvitationMail mail = new(invitation.Name, invitation.Role, knows ? new(hub.Value.PublicOrigin, "/connexion") : await link.ForAsync(account), knows);
        return new(email, "", account.Language, mail, invitation.Name);
    }
}
