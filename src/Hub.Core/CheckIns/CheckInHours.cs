using Hub.Core.Calendars;
using Hub.Core.Events;

namespace Hub.Core.CheckIns;

/// <summary>When people are received at a day, by the clocks there.</summary>
public static class CheckInHours
{
    extension(Edition edition)
    {
        /// <summary>The eve at 18:00, when the first come for their badges, UTC.</summary>
        public DateTime CheckInOpensAt => WallClock.Resolve(edition.LocalStart.Date.AddHours(-6), edition.TimeZone).Earliest;

        /// <summary>06:00 in the morning after its last date, UTC. A day that ends at midnight ends on the date before.</summary>
        public DateTime CheckInEndsAt => WallClock.Resolve(edition.LocalEnd.AddMinutes(-1).Date.AddDays(1).AddHours(6), edition.TimeZone).Latest;

        public bool ChecksInAt(DateTime now) =>
            edition.State is EditionState.Announced && edition.CheckInOpensAt <= now && now < edition.CheckInEndsAt;

        /// <summary>Whether links of stewards open: long before there is somebody to receive, so that they can be tried.</summary>
        public bool TakesStewardsAt(DateTime now) =>
            edition.State is EditionState.Announced or EditionState.Postponed && now < edition.CheckInEndsAt;
    }
}
