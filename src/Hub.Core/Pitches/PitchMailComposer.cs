using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Pitches;

/// <summary>Writes to those who propose something, from what is true when the mail leaves.</summary>
public sealed class PitchMailComposer(HubDbContext db, PersonalLinks links, IOptions<HubOptions> hub) : IMailComposer
{
    public bool Composes(string kind) => kind is PitchMailKinds.Begun or PitchMailKinds.Received or PitchMailKinds.Withdrawn or PitchMailKinds.Extended
        or PitchMailKinds.Accepted or PitchMailKinds.Promoted or PitchMailKinds.Reserve or PitchMailKinds.Declined
        or PitchMailKinds.Confirmed or PitchMailKinds.ConfirmSoon or PitchMailKinds.Lapsed;

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
        ToldProposal proposal = new(
            author.Name, application.Organisation, (author.Language is "en" ? call.EnglishTitle : null) ?? call.Title, contest.Form.HeadingOf(application.TextOf),
            application.ClosesAt(contest), call.TimeZone, LinkOf(author));
        return await ModelAsync(message, application, facts, proposal, ct) is { } model
            ? new(author.Email, author.Name, author.Language, model, edition.SenderName ?? facts.Organiser, edition.ReplyTo ?? edition.Contact)
            : null;
    }

    private Uri LinkOf(Author author) => new(hub.Value.PublicOrigin, $"{(author.Language is "en" ? "/en" : "")}/proposer/{links.TokenOf(author.ProtectedToken)}");

    private async Task<object?> ModelAsync(OutboxMessage message, Application application, EditionInMail facts, ToldProposal proposal, CancellationToken ct)
    {
        switch (message.Kind)
        {
            case PitchMailKinds.Withdrawn:
                return new PitchWithdrawnMail(facts, proposal);
            case PitchMailKinds.Received when await db.ApplicationVersions.AsNoTracking()
                .SingleOrDefaultAsync(v => v.ApplicationId == application.Id && v.Number == message.Version, ct) is { } version:
                return new PitchReceivedMail(facts, proposal, version.Number, version.SubmittedAt, version.Hash);
            case PitchMailKinds.Begun when application.State is not ApplicationState.Withdrawn:
                return new PitchBegunMail(facts, proposal);
            case PitchMailKinds.Extended when application.State is not ApplicationState.Withdrawn:
                return new PitchExtendedMail(facts, proposal);
            case PitchMailKinds.Begun or PitchMailKinds.Received or PitchMailKinds.Extended:
                return null;
            default:
                return application.State is ApplicationState.Submitted ? await ModelOfAsync(message.Kind, application, facts, proposal, ct) : null;
        }
    }

    /// <summary>What was decided, once it is released and for as long as it is so.</summary>
    private async Task<object?> ModelOfAsync(string kind, Application application, EditionInMail facts, ToldProposal proposal, CancellationToken ct)
    {
        var decision = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == application.Id && d.ReleasedAt != null, ct);
        var offer = await db.StageOffers.AsNoTracking().SingleOrDefaultAsync(o => o.ApplicationId == application.Id, ct);
        return (kind, decision?.Verdict, offer?.State) switch
        {
            (PitchMailKinds.Declined, Verdict.Declined, _) => new PitchDeclinedMail(facts, proposal, decision.Reason),
            (PitchMailKinds.Reserve, Verdict.Reserve, _) => new PitchReserveMail(facts, proposal, decision.Position ?? 1, decision.Reason),
            (PitchMailKinds.Accepted, Verdict.Accepted, StageOfferState.Offered) => new PitchAcceptedMail(facts, proposal, offer.ConfirmBy, FromReserve: false, decision.Reason),
            (PitchMailKinds.Promoted, Verdict.Accepted, StageOfferState.Offered) => new PitchAcceptedMail(facts, proposal, offer.ConfirmBy, FromReserve: true, Reason: null),
            (PitchMailKinds.ConfirmSoon, Verdict.Accepted, StageOfferState.Offered) => new PitchConfirmSoonMail(facts, proposal, offer.ConfirmBy),
            (PitchMailKinds.Lapsed, Verdict.Accepted, StageOfferState.Lapsed) => new PitchLapsedMail(facts, proposal),
            (PitchMailKinds.Confirmed, Verdict.Accepted, StageOfferState.Confirmed) => await ConfirmedAsync(offer, facts, proposal, ct),
            _ => null,
        };
    }

    private async Task<PitchConfirmedMail> ConfirmedAsync(StageOffer offer, EditionInMail facts, ToldProposal proposal, CancellationToken ct)
    {
        var stage = db.CallsForPitches.Where(c => c.Id == offer.CallId).Select(c => c.SessionId);
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => stage.Contains(s.Id), ct);
        return new(facts, proposal, offer.Presenters ?? "", session?.Title, session is null ? null : WallClock.ToWall(session.StartsAt, facts.TimeZone));
    }
}
