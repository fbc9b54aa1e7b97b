using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Pitches;

/// <summary>Tells the organisers of a day that a place on stage has come free, and who has it now.</summary>
public sealed class PlaceMailComposer(HubDbContext db, IOptions<HubOptions> hub) : IMailComposer
{
    public bool Composes(string kind) => kind is PitchMailKinds.Freed;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await db.CallsForPitches.AsNoTracking().SingleOrDefaultAsync(c => c.Id == message.SubjectId, ct) is not { } call)
        {
            return null;
        }

        var (edition, facts) = await db.DayInMailAsync(call.EditionId, hub.Value.PublicOrigin, ct);
        var number = (int)message.Version;
        var gone = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.ContestId == call.Id && a.Number == number, ct);
        var isLapsed = gone is not null && await db.StageOffers.AnyAsync(o => o.ApplicationId == gone.Id && o.State == StageOfferState.Lapsed, ct);
        var since = db.StageOffers.AsNoTracking().Where(o => o.CallId == call.Id && o.OfferedAt >= message.CreatedAt);
        var next = await since.Where(o => gone == null || o.ApplicationId != gone.Id).OrderBy(o => o.OfferedAt).Select(o => o.ApplicationId).FirstOrDefaultAsync(ct);
        return new(
            edition.Contact, facts.Organiser, "fr",
            new PlaceFreedMail(
                facts, call.Title, number, await HeadingAsync(call.Id, gone?.Id, ct), isLapsed, await HeadingAsync(call.Id, next, ct),
                new(hub.Value.PublicOrigin, $"/organisation/journees/{edition.Id}/appels/{call.Id}/decisions")),
            edition.SenderName ?? facts.Organiser, edition.ReplyTo ?? edition.Contact);
    }

    /// <summary>What it is called, and on whose behalf.</summary>
    private async Task<string?> HeadingAsync(Guid callId, Guid? applicationId, CancellationToken ct)
    {
        var version = await db.ApplicationVersions.AsNoTracking().Where(v => v.ApplicationId == applicationId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
        if (version is null)
        {
            return null;
        }

        var form = await db.Contests.Where(c => c.Id == callId).Select(c => c.Form).SingleAsync(ct);
        return version.HeadingBy(form) is { } heading ? $"{heading} ({version.Organisation})" : version.Organisation;
    }
}
