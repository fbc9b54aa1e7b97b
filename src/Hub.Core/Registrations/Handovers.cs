using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Somebody who cannot come lets a colleague come instead. The seat never becomes free on the way.</summary>
public sealed class Handovers(HubDbContext db, SeatKeeper seats, RegistrationLinks links, TimeProvider clock)
{
    /// <summary>
    /// Whether the colleague was registered already is told to nobody: in the end one has a seat and the other none, and
    /// a seat too many goes back.
    /// </summary>
    /// <returns>False when the person has no seat to give, or the day is no longer ahead.</returns>
    public Task<bool> HandOverAsync(Guid id, Attendee colleague, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var giver = await seats.HoldAsync(id, ct);
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == giver.EditionId, ct);
                var address = Registration.Normalize(colleague.Email);
                if (!giver.CanHandOver(edition, now) || address == giver.NormalizedEmail)
                {
                    return false;
                }

                var taker = await db.Registrations.For(edition.Id).SingleOrDefaultAsync(r => r.NormalizedEmail == address, ct);
                var isSeated = taker is { State: RegistrationState.Confirmed or RegistrationState.Offered };
                giver.Cancel();
                db.Promise(RegistrationMailKinds.Cancelled, id, giver.Round, now, new CancelledDetails(ByOrganiser: false, HadSeat: true));
                if (taker is not { State: RegistrationState.Confirmed })
                {
                    taker = Welcome(taker, edition.Id, colleague, giver.Language, link, now);
                    db.Promise(RegistrationMailKinds.Confirmed, taker.Id, taker.Round, now, new ConfirmedDetails(FromQueue: false, GivenBy: giver.Name));
                }

                db.Log("HandOver", id, null, now, $"{taker.Id}");
                if (isSeated)
                {
                    await db.SaveChangesAsync(ct);
                    await seats.FreeAsync(edition.Id, now, ct);
                }

                return true;
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
