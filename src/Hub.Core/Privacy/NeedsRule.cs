using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>
/// Forgets what people said of their needs: the form promises it, and such answers may reveal health or belief (GDPR,
/// articles 5(1)(e) and 9). Who gave their place back is forgotten at once by <see cref="Registration.Cancel"/>; here, those
/// of before that rule.
/// </summary>
public sealed class NeedsRule(HubDbContext db, IOptions<RetentionOptions> options, TimeProvider clock) : IRetentionRule
{
    public string Name => "needs";

    public async Task<int> CountAsync(CancellationToken ct) => await Old.CountAsync(ct) + await OldOfSpeakers.CountAsync(ct);

    public Task<int> RunAsync(CancellationToken ct) => db.WriteAsync(
        async ct => await Old.ExecuteUpdateAsync(r => r.SetProperty(x => x.Needs, (string?)null).SetProperty(x => x.Version, x => x.Version + 1), ct)
            + await OldOfSpeakers.ExecuteUpdateAsync(i => i.SetProperty(x => x.Needs, (string?)null).SetProperty(x => x.Version, x => x.Version + 1), ct),
        ct);

    private IQueryable<Registration> Old
    {
        get
        {
            var over = Over;
            return db.Registrations.Where(r => r.Needs != null && (r.State == RegistrationState.Cancelled || over.Contains(r.EditionId)));
        }
    }

    /// <summary>Who speaks no more is forgotten at once by <see cref="SpeakerInvitation.Withdraw"/>.</summary>
    private IQueryable<SpeakerInvitation> OldOfSpeakers
    {
        get
        {
            var over = Over;
            return db.SpeakerInvitations.Where(i => i.Needs != null && over.Contains(i.EditionId));
        }
    }

    private IQueryable<Guid> Over
    {
        get
        {
            var before = clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.NeedsDays);
            return db.Editions.Where(e => e.EndsAt < before).Select(e => e.Id);
        }
    }
}
