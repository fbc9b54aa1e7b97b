using System.Text.Json;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Programmes;

/// <summary>Writes to those who are to speak, from what is true when the mail leaves.</summary>
public sealed class SpeakerMailComposer(HubDbContext db, SpeakerLinks links, CalendarHost host, IOptions<HubOptions> hub, TimeProvider clock) : IMailComposer
{
    public bool Composes(string kind) => kind is SpeakerMailKinds.Invited or SpeakerMailKinds.Reminder or SpeakerMailKinds.ProgrammeChanged or SpeakerMailKinds.Slots or SpeakerMailKinds.Day;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await db.SpeakerInvitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == message.SubjectId, ct) is not { } invitation)
        {
            return null;
        }

        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == invitation.EditionId, ct);
        if (edition.PhaseAt(clock.GetUtcNow().UtcDateTime) is var phase && (phase is EditionPhase.Completed || (phase is EditionPhase.Cancelled && message.Kind is not SpeakerMailKinds.Day)))
        {
            return null;
        }

        var organiser = await db.Organisations.Where(o => o.Id == edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var link = links.For(invitation);
        EditionInMail facts = new(
            edition.Title, edition.LocalStart, edition.LocalEnd, edition.TimeZone, edition.Place, edition.Access, null, organiser, edition.Contact, link);
        var (model, calendar) = await ModelAsync(message, invitation, edition, facts, ct);
        return model is null ? null : new(
            invitation.Email, invitation.Name, "fr", model, edition.SenderName ?? organiser, edition.ReplyTo ?? edition.Contact,
            Attachments: calendar is null ? null : [new("programme.ics", "application/ics", calendar)]);
    }

    private async Task<(object? Model, byte[]? Calendar)> ModelAsync(OutboxMessage message, SpeakerInvitation invitation, Edition edition, EditionInMail facts, CancellationToken ct)
    {
        switch (message.Kind)
        {
            case SpeakerMailKinds.ProgrammeChanged when invitation.IsActive:
                var news = await NewsAsync(message, edition, ct);
                return (new SpeakerProgrammeMail(invitation.Name, facts, facts.Page, news.Sessions), news.Calendar);
            case SpeakerMailKinds.Day when invitation.IsActive && message.Version == edition.Sequence:
                var state = edition.State is EditionState.Draft ? EditionState.Announced : edition.State;
                return (new SpeakerDayMail(invitation.Name, facts, state, state is EditionState.Announced ? null : edition.Reason, facts.Page), null);
            case SpeakerMailKinds.Slots when invitation.IsActive && await StageCall.ReadAsync(db, edition, invitation.Name, ct) is { Count: > 0 } calls:
                return (new SpeakerSlotsMail(invitation.Name, facts, facts.Page, [.. calls.SelectMany(c => c.Tell(s => s.Names(invitation.Name), edition, "fr"))]), await CalendarAsync(calls, invitation.Name, edition, ct));
            case SpeakerMailKinds.Invited when invitation.State is SpeakerState.Invited && message.Version == invitation.Round:
                var plan = await db.DraftWithPresentersAsync(invitation.EditionId, ct);
                var parts = plan.SessionsWith(invitation.Name).OrderBy(s => s.Facts.LocalStart ?? DateTime.MaxValue)
                    .Select(s => new PlannedPart(s.Facts.Title, s.Facts.LocalStart, s.Facts.Minutes, plan.RoomNameOf(s)));
                return (new SpeakerInvitedMail(invitation.Name, facts, facts.Page, [.. parts]), null);
            case SpeakerMailKinds.Reminder when invitation.IsAwaited:
                return (new SpeakerReminderMail(invitation.Name, facts, facts.Page, invitation.State is SpeakerState.Accepted), null);
            default:
                return (null, null);
        }
    }

    private async Task<byte[]> CalendarAsync(IReadOnlyList<StageCall> calls, string name, Edition edition, CancellationToken ct)
    {
        var uidHost = await host.ReadAsync(ct);
        return CalendarWriter.WriteUtf8(new([.. calls.SelectMany(c =>
            c.Order.EntriesOf(name, c.Session.ToCalendarEntry(edition, c.Room, uidHost, new(PageOf(edition), $"/journees/{edition.Slug}/seances/{c.Session.Code}")), uidHost))]));
    }

    private Uri PageOf(Edition edition) => new(hub.Value.PublicOrigin, $"/journees/{edition.Slug}");

    private async Task<ChangedSessions> NewsAsync(OutboxMessage message, Edition edition, CancellationToken ct) =>
        await JsonSerializer.Deserialize<ProgrammeChangedDetails>(message.Details!)!.ReadAsync(db, edition, await host.ReadAsync(ct), PageOf(edition), ct);
}
