using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Writes the mail with the link to a person's space; the link is made as the mail leaves.</summary>
public sealed class SpaceMailComposer(HubDbContext db, PersonalSpace space) : IMailComposer
{
    public bool Composes(string kind) => kind is RegistrationMailKinds.Space;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        var registration = await db.Registrations.AsNoTracking().SingleAsync(r => r.Id == message.SubjectId, ct);
        return registration.ErasedAt is not null ? null : new(registration.Email, registration.Name, registration.Language, new SpaceMail(registration.Name, await space.LinkForAsync(registration, ct)), "Hub");
    }
}
