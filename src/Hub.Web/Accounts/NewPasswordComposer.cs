using Hub.Core.Accounts;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>Writes the mail with the link, which is made as the mail leaves.</summary>
public sealed class NewPasswordComposer(UserManager<Account> accounts, OneTimeLink link) : IMailComposer
{
    public bool Composes(string kind) => kind is AccountMailKinds.NewPassword;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct) =>
        await accounts.FindByIdAsync(message.SubjectId.ToString()) is { Email: { } email, DisabledAt: null } account
            ? new(email, "", account.Language, new NewPasswordMail(await link.ForAsync(account, isInvited: false)), "Hub")
            : null;
}
