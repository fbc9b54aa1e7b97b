using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

public sealed class ProgrammeDoubtTests
{
    private readonly Edition edition = An.Edition(An.Organisation());

    [Fact]
    public void Two_sessions_at_once_in_one_room_are_doubtful_and_in_two_rooms_are_not()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var (first, second, elsewhere) = (At(60, one), At(75, one), At(75, two));

        Assert.Equal([new(ProgrammeDoubtKind.RoomTaken, second, first)], ProgrammeDoubt.In(edition, [], [second, elsewhere, first]));
    }

    [Fact]
    public void A_session_for_everybody_takes_all_rooms()
    {
        var (workshop, plenary) = (At(60, Guid.NewGuid()), At(75, null));

        Assert.Equal([new(ProgrammeDoubtKind.RoomTaken, plenary, workshop)], ProgrammeDoubt.In(edition, [], [plenary, workshop]));
    }

    [Fact]
    public void A_session_that_begins_when_the_other_ends_is_in_nobodys_way() =>
        Assert.Empty(ProgrammeDoubt.In(edition, [], [At(60, null), At(90, null)]));

    [Fact]
    public void A_session_before_the_doors_open_is_doubtful()
    {
        var early = At(-30, null);

        Assert.Equal([new(ProgrammeDoubtKind.OutsideDay, early)], ProgrammeDoubt.In(edition, [], [early]));
    }

    [Fact]
    public void Somebody_in_two_rooms_at_once_is_named()
    {
        var (here, there) = (At(60, Guid.NewGuid(), "Awa Dembasse, directrice\nHugo Pennaneg"), At(75, Guid.NewGuid(), "awa dembasse"));

        Assert.Equal([new(ProgrammeDoubtKind.PersonTwice, there, here, "Awa Dembasse")], ProgrammeDoubt.In(edition, [], [there, here]));
    }

    [Fact]
    public void Somebody_needs_five_minutes_to_change_rooms_and_none_to_stay()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var (first, atOnce, later) = (At(60, one, "Awa Dembasse"), At(94, two, "Awa Dembasse"), At(95, two, "Awa Dembasse"));

        Assert.Equal([new(ProgrammeDoubtKind.NoTimeToMove, atOnce, first, "Awa Dembasse")], ProgrammeDoubt.In(edition, [], [first, atOnce]));
        Assert.Empty(ProgrammeDoubt.In(edition, [], [first, later]));
        Assert.Empty(ProgrammeDoubt.In(edition, [], [first, At(90, one, "Awa Dembasse")]));
    }

    /// <param name="after">Minutes after the day's start.</param>
    private Session At(int after, Guid? room, string? speakers = null)
    {
        Session session = new(edition.Id) { Title = "Session", RoomId = room, Speakers = speakers };
        session.Place(edition.LocalStart.AddMinutes(after), 30, edition.TimeZone);
        return session;
    }
}
