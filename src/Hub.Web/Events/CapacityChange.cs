using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>What another number of seats would do, as things stand.</summary>
/// <param name="Waiting">How many people wait for a seat.</param>
public sealed record CapacityChange(Edition Edition, int Capacity, int Waiting, DateTime Now)
{
    public bool IsRefused => Capacity < Edition.SeatsTaken;

    /// <summary>How many of those who wait are offered a seat at once.</summary>
    public int Offers => Edition.ServesQueueAt(Now)
        ? Math.Clamp(Capacity - Edition.SeatsTaken, 0, Waiting)
        : 0;

    /// <summary>Seats for anybody, afterwards.</summary>
    public int Free => Capacity - Edition.SeatsTaken - Offers;
}
