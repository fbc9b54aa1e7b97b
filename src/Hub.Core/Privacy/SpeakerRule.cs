using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>What was agreed with who spoke goes some time after the day, with biographies and photos. The programme keeps the names.</summary>
public sealed class SpeakerRule(HubDbContext db, Anonymiser anonymiser, IOptions<RetentionOptions> options, TimeProvider clock) : IRetentionRule
{
    public string Name => "speakers";

    public Task<int> CountAsync(CancellationToken ct) => Old.CountAsync(ct);

    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(
        async ct =>
        {
            var gone = await Old.CountAsync(ct);
            await anonymiser.EraseSpeakersAsync(Old, ct);
            return gone;
        },
        ct);

    private IQueryable<SpeakerInvitation> Old
    {
        get
        {
            var before = clock.GetUtcNow().UtcDateTime.AddMonths(-options.Value.ParticipantMonths);
            var over = db.Editions.Where(e => e.EndsAt < before && e.State != EditionState.Postponed).Select(e => e.Id);
            return db.SpeakerInvitations.Where(i => over.Contains(i.EditionId));
        }
    }
}
