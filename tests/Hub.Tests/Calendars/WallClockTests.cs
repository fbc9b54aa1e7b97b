using Hub.Core.Calendars;
using static Hub.Tests.Calendars.Samples;

namespace Hub.Tests.Calendars;

public sealed class WallClockTests
{
    private const string Miquelon = "America/Miquelon";

    [Theory]
    [InlineData(FrenchTimeZones.Paris, "2027-03-28T01:59", "2027-03-28T00:59")]
    [InlineData(FrenchTimeZones.Paris, "2027-03-28T03:00", "2027-03-28T01:00")]
    [InlineData(FrenchTimeZones.Paris, "2027-10-31T01:59", "2027-10-30T23:59")]
    [InlineData(FrenchTimeZones.Paris, "2027-10-31T03:00", "2027-10-31T02:00")]
    [InlineData(Miquelon, "2027-03-14T01:59", "2027-03-14T04:59")]
    [InlineData(Miquelon, "2027-03-14T03:00", "2027-03-14T05:00")]
    [InlineData(Miquelon, "2027-11-07T00:59", "2027-11-07T02:59")]
    [InlineData(Miquelon, "2027-11-07T02:00", "2027-11-07T05:00")]
    [InlineData("Pacific/Marquesas", "2027-07-14T10:00", "2027-07-14T19:30")]
    public void A_time_around_a_change_is_one_instant(string zone, string wall, string utc)
    {
        var time = WallClock.Resolve(At(wall), zone);

        Assert.True(time.Exists);
        Assert.False(time.IsAmbiguous);
        Assert.Equal(At(utc), time.Earliest);
        Assert.Equal(DateTimeKind.Utc, time.Earliest.Kind);
        Assert.Equal(At(wall), WallClock.ToWall(time.Earliest, zone));
        Assert.Equal(DateTimeKind.Unspecified, WallClock.ToWall(time.Earliest, zone).Kind);
    }

    [Theory]
    [InlineData(FrenchTimeZones.Paris, "2027-03-28T02:00", "2027-03-28T01:00", "2027-03-28T02:00")]
    [InlineData(FrenchTimeZones.Paris, "2027-03-28T02:59", "2027-03-28T01:59", "2027-03-28T02:00")]
    [InlineData(Miquelon, "2027-03-14T02:00", "2027-03-14T05:00", "2027-03-14T02:00")]
    [InlineData(Miquelon, "2027-03-14T02:30", "2027-03-14T05:30", "2027-03-14T02:00")]
    public void A_time_in_spring_does_not_exist(string zone, string wall, string utc, string from)
    {
        var time = WallClock.Resolve(At(wall), zone);

        Assert.False(time.Exists);
        Assert.False(time.IsAmbiguous);
        Assert.Equal((At(from), At(from).AddHours(1)), time.Gap);
        Assert.Equal(At(utc), time.Earliest);
    }

    [Theory]
    [InlineData(FrenchTimeZones.Paris, "2027-10-31T02:00", "2027-10-31T00:00")]
    [InlineData(FrenchTimeZones.Paris, "2027-10-31T02:59", "2027-10-31T00:59")]
    [InlineData(Miquelon, "2027-11-07T01:00", "2027-11-07T03:00")]
    [InlineData(Miquelon, "2027-11-07T01:30", "2027-11-07T03:30")]
    public void A_time_in_autumn_happens_twice(string zone, string wall, string first)
    {
        var time = WallClock.Resolve(At(wall), zone);

        Assert.True(time.Exists);
        Assert.True(time.IsAmbiguous);
        Assert.Equal((At(first), At(first).AddHours(1)), (time.Earliest, time.Latest));
        Assert.Equal(At(wall), WallClock.ToWall(time.Earliest, zone));
        Assert.Equal(At(wall), WallClock.ToWall(time.Latest, zone));
    }

    [Fact]
    public void Martinique_never_changes_its_clocks()
    {
        foreach (var hour in Enumerable.Range(0, 365 * 24))
        {
            var wall = new DateTime(2027, 1, 1).AddHours(hour);
            var time = WallClock.Resolve(wall, "America/Martinique");

            Assert.True(time.Exists && !time.IsAmbiguous);
            Assert.Equal(wall.AddHours(4), time.Earliest);
        }
    }

    [Fact]
    public void The_clock_agrees_with_the_platform_on_what_exists_and_what_happens_twice()
    {
        foreach (var zone in FrenchTimeZones.All)
        {
            var platform = TimeZoneInfo.FindSystemTimeZoneById(zone);
            foreach (var wall in Enumerable.Range(0, 365 * 48).Select(half => new DateTime(2027, 1, 1).AddMinutes(30 * half)))
            {
                var time = WallClock.Resolve(wall, zone);

                Assert.Equal(platform.IsInvalidTime(wall), !time.Exists);
                Assert.Equal(platform.IsAmbiguousTime(wall), time.IsAmbiguous);
            }
        }
    }

    [Fact]
    public void A_gap_is_found_where_a_law_moved_the_clock_for_good()
    {
        // Samoa went over the date line and had no 30 December 2011.
        var time = WallClock.Resolve(new DateTime(2011, 12, 30, 12, 0, 0), "Pacific/Apia");

        Assert.Equal((new DateTime(2011, 12, 30), new DateTime(2011, 12, 31)), time.Gap);
    }

    [Fact]
    public void An_unknown_zone_is_refused() =>
        Assert.Throws<TimeZoneNotFoundException>(() => WallClock.Resolve(Changed, "Europe/Rennes"));

    private static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
