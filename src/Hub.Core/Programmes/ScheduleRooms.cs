using System.Globalization;

namespace Hub.Core.Programmes;

/// <summary>The rooms of a schedule.</summary>
internal static class ScheduleRooms
{
    /// <summary>Of the guid of what has no row, such as the place of those who meet all together; rooms have 7.</summary>
    private const int DerivedVersion = 8;

    private const int MostSeats = 100_000;

    public static ImportedRoom Read(string name, string guid, string seats, bool isOurs)
    {
        Guid? id = Guid.TryParse(guid, out var parsed) ? parsed : null;
        return new(
            name, id,
            int.TryParse(seats, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostSeats ? number : null,
            isOurs && id?.Version == DerivedVersion);
    }
}
