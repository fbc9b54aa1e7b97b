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

        Assert.Equal([new(second, first)], ProgrammeDoubt.In(edition, [second, elsewhere, first]));
    }

    [Fact]
    public void A_session_for_everybody_takes_all_rooms()
    {
        var (workshop, plenary) = (At(60, Guid.NewGuid()), At(75, null));

        Assert.Equal([new(plenary, workshop)], ProgrammeDoubt.In(edition, [plenary, workshop]));
    }

    [Fact]
    public void A_session_that_begins_when_the_other_ends_is_in_nobodys_way() =>
        Assert.Empty(ProgrammeDoubt.In(edition, [At(60, null), At(90, null)]));

    [Fact]
    public void A_session_before_the_doors_open_is_doubtful()
    {
        var early = At(-30, null);

        Assert.Equal([new(early, null)], ProgrammeDoubt.In(edition, [early]));
    }

    /// <param name="after">Minutes after the day's start.</param>
    private Session At(int after, Guid? room)
    {
        Session session = new(edition.Id) { Title = "Session", RoomId = room };
        session.Place(edition.LocalStart.AddMinutes(after), 30, edition.TimeZone);
        return session;
    }
}
