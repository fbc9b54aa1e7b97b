using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Pitches;

/// <summary>Writes to those who propose something, from what is true when the mail leaves.</summary>
public sealed class PitchMailComposer(HubDbContext db, PersonalLinks links, IOptions<HubOptions> hub) : IMailComposer
{
    public bool Composes(string kind) => kind is PitchMailKinds.Begun or PitchMailKinds.Received or PitchMailKinds.Withdrawn or PitchMailKinds.Extended;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await db.Authors.AsNoTracking().SingleOrDefaultAsync(a => a.Id == message.SubjectId, ct) is not { } author)
        {
            return null;
        }

        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == author.ApplicationId, ct);
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == application.ContestId, ct);
        var call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == contest.Id, ct);
        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == call.EditionId, ct);
        var organiser = await db.Organisations.Where(o => o.Id == edition.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        EditionInMail facts = new(
            edition.Title, edition.LocalStart, edition.LocalEnd, edition.TimeZone, edition.Place, edition.Access, null, organiser, edition.Contact,
            new(hub.Value.PublicOrigin, $"/journees/{edition.Slug}"));
        ToldProposal proposal = new(
            author.Name, application.Organisation, (author.Language is "en" ? call.EnglishTitle : null) ?? call.Title, contest.Form.HeadingOf(application.TextOf),
            application.ClosesAt(contest), call.TimeZone, LinkOf(author));
        return await ModelAsync(message, application, facts, proposal, ct) is { } model
            ? new(author.Email, author.Name, author.Language, model, edition.SenderName ?? organiser, edition.ReplyTo ?? edition.Contact)
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
            default:
                return null;
        }
    }
}
