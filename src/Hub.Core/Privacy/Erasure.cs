using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Privacy;

/// <summary>Forgets a person by their mail address, on every day, in one write (GDPR, article 17). Whoever calls has made sure that it is them.</summary>
public sealed class Erasure(HubDbContext db, SeatKeeper seats, Anonymiser anonymiser, TimeProvider clock)
{
    /// <summary>A last mail says that it is done. An account of the same address stays.</summary>
    /// <returns>How many registrations were erased; with none, nobody is told.</returns>
    public Task<int> EraseAsync(string address, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var people = await ForgetAsync(address, now, ct);
                if (people is [.., var latest])
                {
                    db.Promise(PrivacyMailKinds.Erased, latest.Id, now.Ticks, now, new ErasedDetails(address.Trim(), latest.Language, WithAccount: false));
                    db.Log("Erase", latest.Id, null, now);
                }

                return people.Count;
            },
            ct);

    /// <summary>What becomes of the places of an address if it is erased now.</summary>
    /// <returns>Days whose place, or wait, would end; the next first.</returns>
    public async Task<IReadOnlyList<Edition>> WouldGiveBackAsync(string address, CancellationToken ct)
    {
        var (now, normalized) = (clock.GetUtcNow().UtcDateTime, MailAddresses.Normalize(address));
        var days = db.Registrations.Active.Where(r => r.NormalizedEmail == normalized).Select(r => r.EditionId);
        var editions = await db.Editions.AsNoTracking().Where(e => days.Contains(e.Id)).OrderBy(e => e.StartsAt).ToListAsync(ct);
        return editions.FindAll(e => IsToCome(e, now));
    }

    /// <summary>Inside the caller's transaction. Places at days to come are given back first, so that they reach somebody.</summary>
    internal async Task<IReadOnlyList<Registration>> ForgetAsync(string address, DateTime now, CancellationToken ct)
    {
        var normalized = MailAddresses.Normalize(address);

        // Always in this order: two who lock the same days do not wait for each other.
        var ids = await db.Registrations.Where(r => r.NormalizedEmail == normalized).OrderBy(r => r.EditionId).Select(r => r.Id).ToListAsync(ct);
        List<Registration> people = [];
        foreach (var id in ids)
        {
            var person = await seats.HoldAsync(id, ct);
            people.Add(person);
            if (person.IsActive && IsToCome(await db.Editions.AsNoTracking().SingleAsync(e => e.Id == person.EditionId, ct), now))
            {
                await seats.GiveBackAsync(person, now, ct);
            }
        }

        await anonymiser.ForgetInMailsAsync(address, people, ct);
        await anonymiser.EraseAsync(people, now, ct);
        var invitations = db.SpeakerInvitations.Where(i => i.NormalizedEmail == normalized);
        var authors = db.Authors.Where(a => a.NormalizedEmail == normalized);
        await db.SessionFiles.Where(f => invitations.Any(i => i.Id == f.SentBy) || authors.Any(a => a.Id == f.SentBy)).ExecuteDeleteAsync(ct);
        await anonymiser.EraseSpeakersAsync(invitations, ct);
        await anonymiser.EraseAuthorsAsync(normalized, ct);
        await anonymiser.EraseReviewersAsync(normalized, now, ct);
        return [.. people.OrderBy(r => r.AskedAt)];
    }

    /// <summary>What has begun is counted as it was.</summary>
    private static bool IsToCome(Edition edition, DateTime now) =>
        edition.State is EditionState.Postponed || (edition.State is EditionState.Announced && now < edition.StartsAt);
}
