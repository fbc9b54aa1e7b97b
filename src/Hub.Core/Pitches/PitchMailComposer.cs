using System.Text.Json;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Pitches;

/// <summary>Writes to those who propose something, from what is true when the mail leaves.</summary>
public sealed class PitchMailComposer(HubDbContext db, PersonalLinks links, IOptions<HubOptions> hub) : IMailComposer
{
    public bool Composes(string kind) => kind is PitchMailKinds.Begun or PitchMailKinds.Received or PitchMailKinds.Withdrawn or PitchMailKinds.Extended or PitchMailKinds.CallCancelled
        or PitchMailKinds.Accepted or PitchMailKinds.Promoted or PitchMailKinds.Reserve or PitchMailKinds.Declined
        or PitchMailKinds.Confirmed or PitchMailKinds.ConfirmSoon or PitchMailKinds.Lapsed or PitchMailKinds.Turn;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await db.Authors.AsNoTracking().SingleOrDefaultAsync(a => a.Id == message.SubjectId, ct) is not { } author)
        {
            return null;
        }

        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == author.ApplicationId, ct);
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == application.ContestId, ct);
        var call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == contest.Id, ct);
        var (edition, facts) = await db.DayInMailAsync(call.EditionId, hub.Value.PublicOrigin, ct);

        // Once something is sent, it goes by what it was called then, whatever is being written.
        var sent = await db.ApplicationVersions.AsNoTracking().Where(v => v.ApplicationId == application.Id).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        ToldProposal proposal = new(
            author.Name, sent?.Organisation ?? application.Organisation, (author.Language is "en" ? call.EnglishTitle : null) ?? call.Title,
            sent is null ? contest.Form.HeadingOf(application.TextOf) : sent.HeadingBy(contest.Form), application.ClosesAt(contest), call.TimeZone, LinkOf(author));
        Letter letter = new(author, application, edition, facts, proposal);
        return await ModelAsync(message, letter, ct) is { } model
            ? new(author.Email, author.Name, author.Language, model, edition.SenderName ?? facts.Organiser, edition.ReplyTo ?? edition.Contact)
            : null;
    }

    private Uri LinkOf(Author author) => new(hub.Value.PublicOrigin, $"{(author.Language is "en" ? "/en" : "")}/proposer/{links.TokenOf(author.ProtectedToken)}");

    private async Task<object?> ModelAsync(OutboxMessage message, Letter to, CancellationToken ct)
    {
        switch (message.Kind)
        {
            case PitchMailKinds.Withdrawn:
                return new PitchWithdrawnMail(to.Day, to.Proposal);
            case PitchMailKinds.Received when await db.ApplicationVersions.AsNoTracking()
                .SingleOrDefaultAsync(v => v.ApplicationId == to.Application.Id && v.Number == message.Version, ct) is { } version:
                return new PitchReceivedMail(to.Day, to.Proposal, version.Number, version.SubmittedAt, version.Hash);
            case PitchMailKinds.Begun when to.Application.State is not ApplicationState.Withdrawn:
                return new PitchBegunMail(to.Day, to.Proposal);
            case PitchMailKinds.Extended when to.Application.State is not ApplicationState.Withdrawn:
                return new PitchExtendedMail(to.Day, to.Proposal);
            case PitchMailKinds.CallCancelled when to.Application.State is not ApplicationState.Withdrawn:
                return new PitchCallCancelledMail(to.Day, to.Proposal, JsonSerializer.Deserialize<CallCancelledDetails>(message.Details!)!.Reason);
            case PitchMailKinds.Begun or PitchMailKinds.Received or PitchMailKinds.Extended or PitchMailKinds.CallCancelled:
                return null;
            default:
                return to.Application.State is ApplicationState.Submitted ? await DecidedAsync(message.Kind, to, ct) : null;
        }
    }

    /// <summary>What was decided, once it is released and for as long as it is so.</summary>
    private async Task<object?> DecidedAsync(string kind, Letter to, CancellationToken ct)
    {
        var decision = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == to.Application.Id && d.ReleasedAt != null, ct);
        var offer = await db.StageOffers.AsNoTracking().SingleOrDefaultAsync(o => o.ApplicationId == to.Application.Id, ct);
        var stage = offer?.Holds is true ? await StageAsync(offer, to, ct) : null;
        return (kind, decision?.Verdict, offer?.State) switch
        {
            (PitchMailKinds.Declined, Verdict.Declined, _) => new PitchDeclinedMail(to.Day, to.Proposal, decision.Reason),
            (PitchMailKinds.Reserve, Verdict.Reserve, _) => new PitchReserveMail(to.Day, to.Proposal, decision.Position ?? 1, decision.Reason),
            (PitchMailKinds.Accepted, Verdict.Accepted, StageOfferState.Offered) => new PitchAcceptedMail(to.Day, to.Proposal, stage, offer.ConfirmBy, FromReserve: false, decision.Reason),
            (PitchMailKinds.Promoted, Verdict.Accepted, StageOfferState.Offered) => new PitchAcceptedMail(to.Day, to.Proposal, stage, offer.ConfirmBy, FromReserve: true, Reason: null),
            (PitchMailKinds.ConfirmSoon, Verdict.Accepted, StageOfferState.Offered) => new PitchConfirmSoonMail(to.Day, to.Proposal, stage, offer.ConfirmBy),
            (PitchMailKinds.Lapsed, Verdict.Accepted, StageOfferState.Lapsed) => new PitchLapsedMail(to.Day, to.Proposal),
            (PitchMailKinds.Confirmed, Verdict.Accepted, StageOfferState.Confirmed) => new PitchConfirmedMail(to.Day, to.Proposal, stage, offer.Presenters ?? ""),
            (PitchMailKinds.Turn, Verdict.Accepted, StageOfferState.Confirmed) => await TurnAsync(to, ct),
            _ => null,
        };
    }

    private async Task<ToldStage?> StageAsync(StageOffer offer, Letter to, CancellationToken ct)
    {
        var stage = db.CallsForPitches.Where(c => c.Id == offer.CallId).Select(c => c.SessionId);
        return await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => stage.Contains(s.Id), ct) is not { } session ? null : new(
            (to.Author.Language is "en" ? session.EnglishTitle : null) ?? session.Title, WallClock.ToWall(session.StartsAt, to.Edition.TimeZone),
            await db.RunningOrders.Where(o => o.SessionId == session.Id).Select(o => (int?)o.SlotMinutes).SingleOrDefaultAsync(ct));
    }

    /// <returns>Null once the turn is gone.</returns>
    private async Task<PitchTurnMail?> TurnAsync(Letter to, CancellationToken ct)
    {
        bool IsTheirs(Slot slot) => slot.Id == to.Application.Id;
        var calls = await StageCall.ReadAsync(db, to.Edition, IsTheirs, ct);
        return calls.Count == 0 ? null : new(to.Day, to.Proposal, [.. calls.SelectMany(c => c.Tell(IsTheirs, to.Edition, to.Author.Language))]);
    }

    private sealed record Letter(Author Author, Application Application, Edition Edition, EditionInMail Day, ToldProposal Proposal);
}
