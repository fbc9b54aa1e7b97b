using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Events;

/// <summary>What became of a command on a day.</summary>
/// <remarks><see cref="Stale"/>: somebody else changed it since it was read. <see cref="Refused"/>: its state does not allow it.</remarks>
public enum EditionOutcome { Done, Refused, Stale, OverCapacity }

/// <summary>Commands that concern the day alone. Those that people must hear of are in Registrations.</summary>
public sealed class EditionOffice(HubDbContext db, TimeProvider clock)
{
    /// <returns>The new draft.</returns>
    public Task<Edition> DraftAsync(Guid organisationId, EditionFacts facts, EditionTimes times, RegistrationWindow window, int capacity, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var edition = await NewAsync(organisationId, facts, times, capacity, ct);
                edition.SetWindow(window);
                db.Log("Draft", edition.Id, by, now);
                return edition;
            },
            ct);

    public Task<EditionOutcome> AnnounceAsync(Guid id, Guid? by, CancellationToken ct = default) =>
        CommandAsync("Announce", id, by, (e, _) => e.CanAnnounce, (e, now) => e.Announce(now), ct);

    public Task<EditionOutcome> OpenRegistrationAsync(Guid id, Guid? by, CancellationToken ct = default) =>
        CommandAsync(
            "OpenRegistration", id, by,
            (e, now) => e.PhaseAt(now) is EditionPhase.Announced or EditionPhase.RegistrationClosed, (e, now) => e.OpenRegistration(now), ct);

    public Task<EditionOutcome> CloseRegistrationAsync(Guid id, Guid? by, CancellationToken ct = default) =>
        CommandAsync(
            "CloseRegistration", id, by,
            (e, now) => e.PhaseAt(now) is EditionPhase.Announced or EditionPhase.RegistrationOpen, (e, now) => e.CloseRegistration(now), ct);

    /// <param name="version">The version the organiser read; another one means that a colleague was faster.</param>
    public Task<EditionOutcome> ArrangeAsync(Guid id, int version, EditionSettings settings, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var edition = await db.Editions.SingleAsync(e => e.Id == id, ct);
                if (edition.Version != version)
                {
                    return EditionOutcome.Stale;
                }

                edition.Arrange(settings);
                db.Log("Arrange", id, by, clock.GetUtcNow().UtcDateTime);
                return EditionOutcome.Done;
            },
            ct);

    /// <summary>Forgets a draft with all that was made for it.</summary>
    public Task<EditionOutcome> DiscardAsync(Guid id, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.Editions.SingleOrDefaultAsync(e => e.Id == id, ct) is not { State: EditionState.Draft } draft)
                {
                    return EditionOutcome.Refused;
                }

                db.RemoveRange(await db.Sessions.Where(s => s.EditionId == id).ToListAsync(ct));
                db.RemoveRange(await db.Rooms.Where(r => r.EditionId == id).ToListAsync(ct));
                db.RemoveRange(await db.EditionImages.Where(i => i.EditionId == id).ToListAsync(ct));
                db.Remove(draft);
                db.Log("Discard", id, by, clock.GetUtcNow().UtcDateTime, draft.Title);
                return EditionOutcome.Done;
            },
            ct);

    /// <summary>Adds a draft to the operation under way, under an address nobody has.</summary>
    internal async Task<Edition> NewAsync(Guid organisationId, EditionFacts facts, EditionTimes times, int capacity, CancellationToken ct) =>
        db.Add(new Edition(organisationId, await FreeSlugAsync(facts.Title, times.LocalStart.Year, ct), facts, times, capacity, clock.GetUtcNow().UtcDateTime)).Entity;

    private Task<EditionOutcome> CommandAsync(
        string command, Guid id, Guid? by, Func<Edition, DateTime, bool> allowed, Action<Edition, DateTime> act, CancellationToken ct) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var edition = await db.Editions.SingleAsync(e => e.Id == id, ct);
                if (!allowed(edition, now))
                {
                    return EditionOutcome.Refused;
                }

                act(edition, now);
                db.Log(command, id, by, now);
                return EditionOutcome.Done;
            },
            ct);

    private async Task<string> FreeSlugAsync(string title, int year, CancellationToken ct)
    {
        var slug = Slugs.From(title, year);
        var taken = await db.Editions.Where(e => e.Slug.StartsWith(slug)).Select(e => e.Slug).ToHashSetAsync(ct);
        return Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{slug}-{n}").Prepend(slug).First(s => !taken.Contains(s));
    }
}
