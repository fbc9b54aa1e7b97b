using System.Text.Json;
using Hub.Core.Notifications;

namespace Hub.Core.Privacy;

/// <summary>Writes the last mail, from the promise alone.</summary>
public sealed class ErasedMailComposer : IMailComposer
{
    public bool Composes(string kind) => kind is PrivacyMailKinds.Erased;

    public Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct) => Task.FromResult(
        message.Details is null || JsonSerializer.Deserialize<ErasedDetails>(message.Details) is not { } details
            ? null
            : new MailDraft(details.Address, "", details.Language, new DataErasedMail(details.WithAccount), "Hub"));
}
