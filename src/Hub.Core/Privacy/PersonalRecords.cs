using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Privacy;

/// <summary>Gathers all the hub holds of a person, for that person (GDPR, articles 15 and 20). That they took it along is noted.</summary>
public sealed class PersonalRecords(HubDbContext db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PersonalData> OfAddressAsync(string address, CancellationToken ct)
    {
        var places = await PlacesAsync(address, ct);
        await NoteAsync(places.Count > 0 ? places[^1].Id : Guid.Empty, null, ct);
        return new(Now, address, null, [.. places.Select(p => p.Place)], await TalksAsync(address, ct), await ProposalsAsync(address, ct), await CommitteesAsync(address, ct));
    }

    public async Task<PersonalData> OfAccountAsync(Account account, CancellationToken ct)
    {
        var address = account.Email ?? "";
        var places = await PlacesAsync(address, ct);
        var held = await HeldAsync(account, ct);
        await NoteAsync(account.Id, account.Id, ct);
        return new(Now, address, held, [.. places.Select(p => p.Place)], await TalksAsync(address, ct), await ProposalsAsync(address, ct), await CommitteesAsync(address, ct));
    }

    private async Task<AccountData> HeldAsync(Account account, CancellationToken ct)
    {
        var organisations = db.Organisations;
        var grants = from grant in db.OrganiserGrants
                     where grant.AccountId == account.Id
                     join organisation in organisations on grant.OrganisationId equals organisation.Id
                     orderby organisation.Name
                     select new GrantData(organisation.Name, grant.GrantedAt);
        var keys = await db.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(p => p.UserId == account.Id).ToListAsync(ct);
        return new(
            account.Language, account.IsAdministrator, account.SignedInAt, account.AuthenticatorKey is not null,
            [.. keys.Select(k => new PasskeyData(k.Data.Name ?? "", k.Data.CreatedAt.UtcDateTime))],
            await grants.ToListAsync(ct),
            await db.Set<AccountSession>().Where(s => s.AccountId == account.Id).OrderBy(s => s.StartedAt).Select(s => new SessionData(s.Device, s.StartedAt, s.SeenAt)).ToListAsync(ct),
            await db.Audit.Where(a => a.AccountId == account.Id).OrderBy(a => a.At).Select(a => new ActData(a.At, a.Command, a.SubjectId, a.Details, a.Origin)).ToListAsync(ct),
            await MailsAsync(account.Id, ct));
    }

    private async Task<List<(Guid Id, PlaceData Place)>> PlacesAsync(string address, CancellationToken ct)
    {
        var normalized = MailAddresses.Normalize(address);
        var rows = await (from registration in db.Registrations.AsNoTracking()
                          where registration.NormalizedEmail == normalized
                          join edition in db.Editions.AsNoTracking() on registration.EditionId equals edition.Id
                          orderby registration.AskedAt, registration.Id
                          select new { registration, edition }).ToListAsync(ct);
        List<(Guid, PlaceData)> places = [];
        foreach (var row in rows)
        {
            places.Add((row.registration.Id, await PlaceAsync(row.registration, row.edition, ct)));
        }

        return places;
    }

    private async Task<IReadOnlyList<SpeakerData>> TalksAsync(string address, CancellationToken ct)
    {
        var normalized = MailAddresses.Normalize(address);
        List<SpeakerData> talks = [];
        foreach (var person in await db.SpeakerInvitations.AsNoTracking().Where(i => i.NormalizedEmail == normalized).OrderBy(i => i.InvitedAt).ThenBy(i => i.Id).ToListAsync(ct))
        {
            var day = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == person.EditionId, ct);
            var photo = await db.SpeakerPhotos.Where(p => p.InvitationId == person.Id).Select(p => new { p.ConsentedAt, p.Hash }).SingleOrDefaultAsync(ct);
            talks.Add(new(
                DayOf(day), person.State, person.Name, person.Email, person.Function, person.Organisation, person.Biography, person.Needs, person.ProposedTime, person.Reason,
                person.InvitedAt, person.AnsweredAt, person.RemindedAt, photo?.ConsentedAt, photo?.Hash, [.. person.Windows.Select(w => new WindowData(w.From, w.Until))],
                await DocumentsAsync(person.Id, ct),
                await HistoryAsync(person.Id, ct), await MailsAsync(person.Id, ct)));
        }

        return talks;
    }

    private async Task<IReadOnlyList<ProposalData>> ProposalsAsync(string address, CancellationToken ct)
    {
        var normalized = MailAddresses.Normalize(address);
        List<ProposalData> proposals = [];

        // Where a colleague acted from is theirs.
        foreach (var author in await db.Authors.AsNoTracking().Where(a => a.NormalizedEmail == normalized).OrderBy(a => a.InvitedAt).ThenBy(a => a.Id).ToListAsync(ct))
        {
            var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == author.ApplicationId, ct);
            var form = await db.Contests.Where(c => c.Id == application.ContestId).Select(c => c.Form).SingleAsync(ct);
            var call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == application.ContestId, ct);
            var day = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == call.EditionId, ct);
            proposals.Add(new(
                DayOf(day), call.Title, application.Organisation, author.Name, author.Email, author.Language, author.InvitedAt, application.State,
                [.. form.Fields.Select(f => new AnswerData(f.Label, application.TextOf(f.Key) ?? ""))],
                await db.ApplicationVersions.Where(v => v.ApplicationId == application.Id).OrderBy(v => v.Number).Select(v => new VersionData(v.Number, v.SubmittedAt, v.Hash, v.Content)).ToListAsync(ct),
                await DecisionAsync(application.Id, ct), await DocumentsAsync(author.Id, ct),
                [.. (await HistoryAsync(application.Id, ct)).Select(a => a with { Origin = null })], await MailsAsync(author.Id, ct)));
        }

        return proposals;
    }

    /// <summary>What they gave to take home.</summary>
    private Task<List<DocumentData>> DocumentsAsync(Guid sentBy, CancellationToken ct) =>
        db.SessionFiles.Where(f => f.SentBy == sentBy).OrderBy(f => f.SentAt).Select(f => new DocumentData(f.Words, f.FileName, f.Size, f.SentAt)).ToListAsync(ct);

    private async Task<DecisionData?> DecisionAsync(Guid applicationId, CancellationToken ct)
    {
        if (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == applicationId && d.ReleasedAt != null, ct) is not { } decision)
        {
            return null;
        }

        var offer = await db.StageOffers.AsNoTracking().SingleOrDefaultAsync(o => o.ApplicationId == applicationId, ct);
        return new(
            decision.Verdict, decision.Position, decision.Reason, decision.ReleasedAt!.Value, offer?.State, offer?.ConfirmBy, offer?.Presenters, offer?.Summary, offer?.Needs);
    }

    private async Task<IReadOnlyList<CommitteeData>> CommitteesAsync(string address, CancellationToken ct)
    {
        var normalized = MailAddresses.Normalize(address);
        List<CommitteeData> committees = [];
        foreach (var reviewer in await db.Reviewers.AsNoTracking().Where(r => r.NormalizedEmail == normalized).OrderBy(r => r.InvitedAt).ThenBy(r => r.Id).ToListAsync(ct))
        {
            var grid = await db.Contests.Where(c => c.Id == reviewer.ContestId).Select(c => c.Grid).SingleAsync(ct);
            var call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == reviewer.ContestId, ct);
            var day = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == call.EditionId, ct);
            var numbers = await db.Applications.Where(a => a.ContestId == call.Id).ToDictionaryAsync(a => a.Id, a => a.Number, ct);
            var reviews = await db.Reviews.AsNoTracking().Where(r => r.ReviewerId == reviewer.Id).ToListAsync(ct);
            var recusals = await db.Recusals.AsNoTracking().Where(r => r.ReviewerId == reviewer.Id).ToListAsync(ct);
            committees.Add(new(
                DayOf(day), call.Title, reviewer.Organisation, reviewer.Name, reviewer.Email, reviewer.Language, reviewer.InvitedAt, reviewer.LeftAt,
                [.. reviews.Select(r => new ReviewData(numbers[r.ApplicationId], r.State, [.. grid.Criteria.Select(c => MarkOf(r, c))], r.Note, r.SubmittedAt)).OrderBy(r => r.Number)],
                [.. recusals.Select(r => new RecusalData(numbers[r.ApplicationId], r.At, r.Reason)).OrderBy(r => r.Number)],
                await HistoryAsync(reviewer.Id, ct), await MailsAsync(reviewer.Id, ct)));
        }

        return committees;
    }

    private static MarkData MarkOf(Review review, Criterion criterion) =>
        new(criterion.Name, review.Marks.GetValueOrDefault(criterion.Key)?.Value, review.Marks.GetValueOrDefault(criterion.Key)?.Comment);

    private static DayData DayOf(Edition day) => new(day.Title, day.LocalStart, day.LocalEnd, day.TimeZone, day.Place);

    private async Task<PlaceData> PlaceAsync(Registration person, Edition day, CancellationToken ct) => new(
        DayOf(day),
        person.State, person.FirstName, person.LastName, person.Email, person.Organisation, person.JobTitle, person.TerritoryCode, person.Sector, person.Needs,
        person.AcceptsPhotos, person.WantsNews, person.WantsReminder, person.Language, person.AskedAt, person.QueueNumber, person.OfferedUntil, person.HandedOverTo,
        TicketCode.Spell(person.TicketCode), person.CheckedInAt,
        await db.Consents.Where(c => c.RegistrationId == person.Id).OrderBy(c => c.At).Select(c => new ConsentData(c.At, c.Kind, c.IsGiven, c.Source, c.Asked)).ToListAsync(ct),
        await (from booking in db.SlotBookings
               where booking.RegistrationId == person.Id
               join session in db.Sessions on booking.SessionId equals session.Id
               orderby session.StartsAt, session.Id
               select new TurnData(session.Title, booking.Title, booking.HasTurn)).ToListAsync(ct),
        await HistoryAsync(person.Id, ct),
        await MailsAsync(person.Id, ct));

    private Task<List<ActData>> HistoryAsync(Guid subject, CancellationToken ct) => db.Audit.Where(a => a.SubjectId == subject).OrderBy(a => a.At)
        .Select(a => new ActData(a.At, a.Command, a.SubjectId, null, a.AccountId == null && a.Command != "CheckIn" && a.Command != "UndoCheckIn" ? a.Origin : null)).ToListAsync(ct);

    private Task<List<MailData>> MailsAsync(Guid subject, CancellationToken ct) =>
        db.Outbox.Where(m => m.SubjectId == subject).OrderBy(m => m.CreatedAt).Select(m => new MailData(m.Kind, m.CreatedAt, m.SentAt)).ToListAsync(ct);

    private Task NoteAsync(Guid subject, Guid? by, CancellationToken ct) => db.WriteAsync(
        _ =>
        {
            db.Log("ExportPersonalData", subject, by, Now);
            return Task.CompletedTask;
        },
        ct);
}
