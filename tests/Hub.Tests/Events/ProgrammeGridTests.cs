using Hub.Core.Events;
using Hub.Web.Events;

namespace Hub.Tests.Events;

public sealed class ProgrammeGridTests
{
    private static readonly Guid Edition = Guid.NewGuid();
    private readonly List<Room> rooms = [new(Edition, "Iroise", 200, 0), new(Edition, "Ouessant", null, 1)];

    [Fact]
    public void A_slot_stands_in_rows_of_five_minutes_from_the_half_hour_before()
    {
        var grid = Assert.Single(Of(At("09:10", 35, rooms[1])));

        Assert.Equal(new(2027, 3, 18, 9, 0, 0), grid.First);
        Assert.Equal(new DateTime(2027, 3, 18, 8, 0, 0, DateTimeKind.Utc), grid.StartsAt);
        var slot = Assert.Single(grid.Slots);
        Assert.Equal("--c:2;--w:1;--s:2;--e:9", slot.Style);
        Assert.Equal(9, grid.Rows);
    }

    [Fact]
    public void A_session_for_everybody_spans_all_rooms() =>
        Assert.Equal("--c:1;--w:2;--s:0;--e:6", Assert.Single(Of(At("09:00", 30, null)))!.Slots[0].Style);

    [Fact]
    public void Sessions_at_one_hour_say_it_once_in_the_order_of_the_rooms()
    {
        var grid = Assert.Single(Of(At("09:00", 60, rooms[1]), At("09:00", 45, rooms[0]), At("10:00", 30, null)));

        Assert.Equal([(1, false), (2, true), (1, false)], grid.Slots.Select(s => (s.Column, s.IsSameTime)));
    }

    [Fact]
    public void Hours_are_marked_every_half_hour_inside()
    {
        var grid = Assert.Single(Of(At("09:00", 90, null)));

        Assert.Equal([(9.5, 6), (10, 12)], grid.Hours.Select(h => (h.Wall.TimeOfDay.TotalHours, h.Row)));
    }

    [Fact]
    public void Two_dates_are_two_grids_in_order()
    {
        var second = At("09:00", 60, null);
        second.Place(new(2027, 3, 19, 14, 0, 0), 60, "Europe/Paris");

        Assert.Equal([18, 19], Of(second, At("09:00", 60, null)).Select(g => g.First.Day));
    }

    [Fact]
    public void A_room_that_is_gone_leaves_its_sessions_in_the_first_column() =>
        Assert.Equal((1, 1), Assert.Single(Of(At("09:00", 30, new(Edition, "Molène", 20, 2)))).Slots.Select(s => (s.Column, s.Span)).Single());

    [Fact]
    public void Without_sessions_there_is_no_grid() => Assert.Empty(Of());

    [Theory]
    [InlineData(SessionKind.Lunch, "slot slot--pause")]
    [InlineData(SessionKind.PitchSession, "slot slot--pitch")]
    [InlineData(SessionKind.Plenary, "slot slot--all")]
    public void What_happens_gives_the_slot_its_look(SessionKind kind, string classes)
    {
        var session = At("09:00", 30, null);
        session.Kind = kind;

        Assert.Equal(classes, Assert.Single(Of(session)).Slots[0].Classes);
    }

    private IReadOnlyList<ProgrammeGrid> Of(params Session[] sessions) => ProgrammeGrid.Of(sessions, rooms, "Europe/Paris");

    private static Session At(string hour, int minutes, Room? room)
    {
        Session session = new(Edition) { Kind = SessionKind.Workshop, Title = "Atelier", RoomId = room?.Id };
        session.Place(new DateOnly(2027, 3, 18).ToDateTime(TimeOnly.Parse(hour, System.Globalization.CultureInfo.InvariantCulture)), minutes, "Europe/Paris");
        return session;
    }
}
