using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <remarks>
/// <see cref="Kept"/>: the colleague has a place already. <see cref="Refused"/>: there is no place to give, or the day is no longer ahead.
/// </remarks>
public enum HandoverOutcome { Given, Kept, Refused }

/// <summary>Somebody who cannot come lets a colleague come instead. The seat never becomes free on the way.</summary>
public sealed class Handovers(HubDbContext db, SeatKeeper seats, RegistrationLinks links, TimeProvider clock)
{
    /// <summary>
    /// A colleague who waits, or is offered a seat, gets this one and keeps the answers they gave. One who has a place
    /// already keeps it, and so does the giver, who would otherwise lose theirs for nothing: a mail to the giver's own
    /// address says so. The page answers both alike, and whoever would try addresses here to learn who comes loses
    /// their place at the first that does not; each attempt is noted.
    /// </summary>
    public Task<HandoverOutcome> HandOverAsync(Guid id, Attendee colleague, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var giver = await seats.HoldAsync(id, ct);
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == giver.EditionId, ct);
                var address = MailAddresses.Normalize(colleague.Email);
                if (!giver.CanHandOver(edition, now) || address == giver.NormalizedEmail)
                {
                    return HandoverOutcome.Refused;
                }

                var taker = await db.Registrations.For(edition.Id).SingleOrDefaultAsync(r => r.NormalizedEmail == address, ct);
                if (taker is { State: RegistrationState.Confirmed })
                {
                    await db.PromiseOnceAsync(RegistrationMailKinds.PlaceKept, id, now.Ticks, now, ct, new PlaceKeptDetails(colleague.Name));
                    db.Log("KeepPlace", id, null, now, $"{taker.Id}");
                    return HandoverOutcome.Kept;
                }

                var hadOffer = taker is { State: RegistrationState.Offered };
                giver.HandOver(colleague.Name);
                taker = Welcome(taker, edition.Id, colleague, giver.Language, link, now);
                db.Promise(RegistrationMailKinds.Cancelled, id, giver.Round, now, new CancelledDetails(ByOrganiser: false, HadSeat: true, colleague.Name));
                db.Promise(RegistrationMailKinds.Confirmed, taker.Id, taker.Round, now, new ConfirmedDetails(FromQueue: false, GivenBy: giver.Name));
                db.Log("HandOver", id, null, now, $"{taker.Id}");
                if (hadOffer)
                {
                    await db.SaveChangesAsync(ct);
                    await seats.FreeAsync(edition.Id, now, ct);
                }

                return HandoverOutcome.Given;
            },
            ct);
    }

    private Registration Welcome(Registration? known, Guid editionId, Attendee colleague, string language, RegistrationLink link, DateTime now)
    {
        if (known is null)
        {
            known = new(editionId, colleague, language, now);
            known.Attach(link);
            db.Add(known);
        }
        else if (!known.IsActive)
        {
            known.AskAgain(colleague, language, now);
        }

        known.Confirm();
        return known;
    }
}
