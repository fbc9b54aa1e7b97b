using Hub.Core.Data;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Registered people who took a turn.</summary>
internal sealed class SlotHolders(HubDbContext db) : ITurnHolders
{
    public async Task<IReadOnlyList<TurnHolder>> OfAsync(IReadOnlyList<Guid> turnIds, CancellationToken ct) =>
        await (from booking in db.SlotBookings
               where turnIds.Contains(booking.Id)
               join registration in db.Registrations on booking.RegistrationId equals registration.Id
               select new TurnHolder(booking.Id, RegistrationMailKinds.Turns, registration.Id, registration.NormalizedEmail)).ToListAsync(ct);
}
