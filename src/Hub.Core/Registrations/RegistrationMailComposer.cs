using System.Text.Json;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>
/// Writes the mails about a place at a day from what is true when they leave. A promise that a later one overtook
/// (a confirmation of a place given back meanwhile) is dropped.
/// </summary>
public sealed class RegistrationMailComposer(HubDbContext db, RegistrationLinks links, CalendarHost host, TimeProvider clock) : IMailComposer
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public bool Composes(string kind) => kind is RegistrationMailKinds.Confirmed or RegistrationMailKinds.WaitListed or RegistrationMailKinds.Offered
        or RegistrationMailKinds.OfferExpired or RegistrationMailKinds.QueueEnded or RegistrationMailKinds.Reminder
        or RegistrationMailKinds.Cancelled or RegistrationMailKinds.PlaceKept or RegistrationMailKinds.Link or RegistrationMailKinds.EditionMoved
        or RegistrationMailKinds.ProgrammeChanged or RegistrationMailKinds.Turns or RegistrationMailKinds.StageAnnounced or RegistrationMailKinds.EditionPostponed or RegistrationMailKinds.EditionCancelled;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        var registration = await db.Registrations.AsNoTracking().SingleAsync(r => r.Id == message.SubjectId, ct);
        if (registration.ErasedAt is not null)
        {
            return null;
        }

        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == registration.EditionId, ct);
        var organiser = await db.Organisations.Where(o => o.Id == edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        var facts = Facts(edition, registration, organiser);
        var news = message.Kind is RegistrationMailKinds.ProgrammeChanged
            ? await Details<ProgrammeChangedDetails>(message).ReadAsync(db, edition, await host.ReadAsync(ct), facts.Page, ct) : null;
        var model = news is null ? await ModelAsync(message, registration, edition, facts, ct)
            : registration.State is RegistrationState.Confirmed && edition.State is EditionState.Announced ? new ProgrammeChangedMail(registration.Name, facts, news.Sessions, links.For(registration)) : null;
        return model is null ? null : new(
            registration.Email,
            registration.Name,
            registration.Language,
            model,
            edition.SenderName ?? organiser,
            edition.ReplyTo ?? edition.Contact,
            await CalendarAsync(message, registration, edition, organiser, facts.Page),
            model switch
            {
                RegistrationConfirmedMail => [new("billet.png", "image/png", TicketQr.Png(registration.TicketCode))],
                ProgrammeChangedMail => [new("programme.ics", "application/ics", news!.Calendar)],
                _ => null,
            },
            model is EditionReminderMail or StageAnnouncedMail ? links.ForReminder(registration) : null);
    }

    private async Task<object?> ModelAsync(OutboxMessage message, Registration registration, Edition edition, EditionInMail facts, CancellationToken ct) =>
        (message.Kind, registration.State) switch
        {
            _ when edition.State is EditionState.Cancelled && message.Kind is not (RegistrationMailKinds.EditionCancelled or RegistrationMailKinds.Cancelled) => null,
            _ when RegistrationMailKinds.TellsOfRound(message.Kind) && message.Version != registration.Round => null,
            (RegistrationMailKinds.Confirmed, RegistrationState.Confirmed) => new RegistrationConfirmedMail(
                registration.Name, facts, links.For(registration), TicketCode.Spell(registration.TicketCode), Details<ConfirmedDetails>(message).FromQueue, Details<ConfirmedDetails>(message).GivenBy),
            (RegistrationMailKinds.WaitListed, RegistrationState.Waiting) => new RegistrationWaitListedMail(
                registration.Name, facts, links.For(registration), await db.RankAsync(registration, ct) ?? 1),
            (RegistrationMailKinds.Offered, RegistrationState.Offered) => new RegistrationOfferedMail(
                registration.Name, facts, links.For(registration), WallClock.ToWall(registration.OfferedUntil!.Value, edition.TimeZone)),
            (RegistrationMailKinds.OfferExpired, RegistrationState.Cancelled) => new RegistrationOfferExpiredMail(registration.Name, facts),
            (RegistrationMailKinds.QueueEnded, RegistrationState.Waiting) when edition.QueueEndsAt <= Now && Now < edition.StartsAt => new RegistrationQueueEndedMail(
                registration.Name, facts, links.For(registration), edition.PhaseAt(Now) is EditionPhase.RegistrationOpen),
            (RegistrationMailKinds.Reminder, RegistrationState.Confirmed) when edition.State is EditionState.Announced && Now < edition.StartsAt => new EditionReminderMail(
                registration.Name, facts, links.For(registration), TicketCode.Spell(registration.TicketCode),
                WallClock.ToWall(Now, edition.TimeZone).Date == edition.LocalStart.Date),
            (RegistrationMailKinds.Cancelled, RegistrationState.Cancelled) => new RegistrationCancelledMail(
                registration.Name, facts, Details<CancelledDetails>(message).ByOrganiser, Details<CancelledDetails>(message).HadSeat, Details<CancelledDetails>(message).GivenTo),
            (RegistrationMailKinds.PlaceKept, RegistrationState.Confirmed) => new RegistrationPlaceKeptMail(
                registration.Name, facts, links.For(registration), Details<PlaceKeptDetails>(message).Colleague),
            (RegistrationMailKinds.Turns, RegistrationState.Confirmed) when edition.State is EditionState.Announced => await TurnsAsync(registration, edition, facts, ct),
            (RegistrationMailKinds.StageAnnounced, RegistrationState.Confirmed) when edition.State is EditionState.Announced => await StageAsync(
                Details<StageAnnouncedDetails>(message).SessionId, registration, edition, facts, ct),
            (_, RegistrationState.Cancelled) => null,
            (RegistrationMailKinds.Link, _) => new RegistrationLinkMail(registration.Name, facts, links.For(registration), message.Details is not null),
            (RegistrationMailKinds.EditionMoved, _) when edition.State is EditionState.Announced => new EditionMovedMail(
                registration.Name, facts, Details<MovedDetails>(message), links.For(registration), registration.State is RegistrationState.Confirmed),
            (RegistrationMailKinds.EditionPostponed, _) when edition.State is EditionState.Postponed => new EditionPostponedMail(
                registration.Name, facts, edition.Reason, links.For(registration)),
            (RegistrationMailKinds.EditionCancelled, _) => new EditionCancelledMail(registration.Name, facts, edition.Reason),
            _ => null,
        };

    /// <returns>Null once no turn is theirs any more.</returns>
    private async Task<RegistrationTurnsMail?> TurnsAsync(Registration registration, Edition edition, EditionInMail facts, CancellationToken ct)
    {
        var turns = (await db.SlotBookings.Where(b => b.RegistrationId == registration.Id && b.HasTurn).Select(b => b.Id).ToListAsync(ct)).ToHashSet();
        var calls = turns.Count == 0 ? [] : await StageCall.ReadAsync(db, edition, slot => turns.Contains(slot.Id), ct);
        return calls.Count == 0 ? null : new(
            registration.Name, facts, links.For(registration), [.. calls.SelectMany(c => c.Tell(slot => turns.Contains(slot.Id), edition, registration.Language))]);
    }

    /// <returns>Null once it has begun, or left the programme.</returns>
    private async Task<StageAnnouncedMail?> StageAsync(Guid sessionId, Registration registration, Edition edition, EditionInMail facts, CancellationToken ct)
    {
        if (await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.StartsAt > Now, ct) is not { } session
            || await db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == sessionId && o.AnnouncedAt != null, ct) is not { } order)
        {
            return null;
        }

        var turns = order.TimesFrom(session.StartsAt, default).Select(t => new AnnouncedTurn(
            WallClock.ToWall(t.PlannedAt, edition.TimeZone), t.Slot.Title, t.Slot.PresenterLine)).ToList();
        var room = await db.Rooms.Where(r => r.Id == session.RoomId).Select(r => r.Name).SingleOrDefaultAsync(ct);
        return new(
            registration.Name, facts, (registration.Language is "en" ? session.EnglishTitle : null) ?? session.Title, session.LocalStart, room,
            [.. turns.Take(StageAnnouncedMail.MostTurns)], Math.Max(0, turns.Count - StageAnnouncedMail.MostTurns), new($"{facts.Page}/seances/{session.Code}"));
    }

    /// <summary>Only who has, or had, a seat finds the day in a calendar; a place in the queue blocks nobody's time.</summary>
    private async Task<CalendarPart?> CalendarAsync(OutboxMessage message, Registration registration, Edition edition, string organiser, Uri page)
    {
        var method = message.Kind switch
        {
            RegistrationMailKinds.Cancelled when Details<CancelledDetails>(message).HadSeat => CalendarMethod.Cancel,
            RegistrationMailKinds.EditionCancelled or RegistrationMailKinds.EditionPostponed when registration.State is RegistrationState.Confirmed => CalendarMethod.Cancel,
            RegistrationMailKinds.Confirmed or RegistrationMailKinds.EditionMoved
                when registration.State is RegistrationState.Confirmed && edition.State is EditionState.Announced => CalendarMethod.Request,
            _ => CalendarMethod.None,
        };
        if (method is CalendarMethod.None)
        {
            return null;
        }

        var entry = registration.ToCalendarEntry(edition, await host.ReadAsync(), page) with
        {
            Organizer = new(organiser, edition.Contact),
            Attendee = new(registration.Name, registration.Email, HasAccepted: true),
        };
        Calendar calendar = new([method is CalendarMethod.Cancel ? entry with { Status = CalendarStatus.Cancelled } : entry])
        {
            Method = method,
            MessageCreatedAt = Now,
        };
        return new(method is CalendarMethod.Cancel ? "CANCEL" : "REQUEST", CalendarWriter.WriteUtf8(calendar));
    }

    private EditionInMail Facts(Edition edition, Registration registration, string organiser) => new(
        edition.Title, edition.LocalStart, edition.LocalEnd, edition.TimeZone, edition.Place, edition.Access,
        registration.State is RegistrationState.Confirmed && edition.Format is not EditionFormat.OnSite ? edition.RemoteLink : null,
        organiser, edition.Contact, links.ForEdition(edition.Slug, registration.Language));

    private static T Details<T>(OutboxMessage message) =>
        JsonSerializer.Deserialize<T>(message.Details ?? throw new InvalidOperationException($"{message.Key} lacks its details."))!;
}
