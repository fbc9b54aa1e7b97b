using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.CheckIns;

/// <remarks>
/// <see cref="Already"/>: somebody was faster, and nothing changed. <see cref="NoPlace"/>: the person has no confirmed place.
/// <see cref="Closed"/>: it is not the time to receive people. <see cref="Unknown"/>: no such person at this day.
/// <see cref="Gone"/>: the steward's link was taken back meanwhile.
/// </remarks>
public enum CheckInOutcome { Done, Already, NoPlace, Closed, Unknown, Gone }

/// <summary>Notes who has come. Whoever is second learns what the first did.</summary>
public sealed class CheckInDesk(HubDbContext db, TimeProvider clock)
{
    public Task<CheckInAnswer> CheckInAsync(Guid editionId, Guid personId, CheckInActor by, CancellationToken ct = default) =>
        ChangeAsync("CheckIn", editionId, personId, by, (person, now) => person.CheckIn(now), ct);

    /// <summary>Somebody else was meant.</summary>
    public Task<CheckInAnswer> UndoAsync(Guid editionId, Guid personId, CheckInActor by, CancellationToken ct = default) =>
        ChangeAsync("UndoCheckIn", editionId, personId, by, (person, _) => person.UndoCheckIn(), ct);

    private Task<CheckInAnswer> ChangeAsync(
        string command, Guid editionId, Guid personId, CheckInActor by, Func<Registration, DateTime, bool> change, CancellationToken ct) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
                if (!edition.ChecksInAt(now))
                {
                    return new(CheckInOutcome.Closed);
                }

                if (by.LinkId is { } link && !await UseAsync(link, editionId, now, ct))
                {
                    return new(CheckInOutcome.Gone);
                }

                if (await db.Registrations.For(editionId).Known.SingleOrDefaultAsync(r => r.Id == personId, ct) is not { } person)
                {
                    return new(CheckInOutcome.Unknown);
                }

                if (person.State is not RegistrationState.Confirmed)
                {
                    return new(CheckInOutcome.NoPlace, person);
                }

                if (!change(person, now))
                {
                    return new(CheckInOutcome.Already, person);
                }

                var label = await db.StewardLinks.Where(l => l.Id == by.LinkId).Select(l => l.Label).SingleOrDefaultAsync(ct);
                db.Log(command, personId, by.AccountId, now, label);
                return new CheckInAnswer(CheckInOutcome.Done, person);
            },
            ct);

    /// <summary>Holds the link until the operation ends: it is not taken back in the middle.</summary>
    private async Task<bool> UseAsync(Guid linkId, Guid editionId, DateTime now, CancellationToken ct)
    {
        var hour = now.Date.AddHours(now.Hour);
        return await db.StewardLinks.Of(editionId).Where(l => l.Id == linkId).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, hour), ct) == 1;
    }
}

/// <summary>Who receives people: one of the two.</summary>
public sealed record CheckInActor(Guid? AccountId, Guid? LinkId)
{
    public static CheckInActor Organiser(Guid accountId) => new(accountId, null);

    public static CheckInActor Steward(StewardLink link) => new(null, link.Id);
}

/// <param name="Person">As it is now; null where nobody was looked up.</param>
public sealed record CheckInAnswer(CheckInOutcome Outcome, Registration? Person = null);
