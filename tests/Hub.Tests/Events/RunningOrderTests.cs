using Hub.Core.Events;

namespace Hub.Tests.Events;

public sealed class RunningOrderTests
{
    private static readonly DateTime Start = new(2027, 3, 18, 13, 0, 0, DateTimeKind.Utc);

    private readonly RunningOrder order = new(Guid.NewGuid(), Guid.NewGuid());

    public RunningOrderTests()
    {
        order.Pace(8, 2);
        foreach (var n in Enumerable.Range(0, 4))
        {
            order.Add($"Pitch {(char)('A' + n)}", $"Personne {(char)('A' + n)}, fondatrice");
        }
    }

    [Fact]
    public void Turns_follow_each_other_with_a_pause_between_and_none_at_the_end()
    {
        Assert.Equal(["13:00-13:08", "13:10-13:18", "13:20-13:28", "13:30-13:38"], Times(At(-60)));
        Assert.Equal(38, order.Minutes);
    }

    [Fact]
    public void While_nobody_steers_the_plan_says_who_is_on_stage()
    {
        Assert.Equal("", Now(At(-1)));
        Assert.Equal("Pitch B", Now(At(12)));
        Assert.Equal("", Now(At(19)));
        Assert.Equal([true, true, false, false], order.TimesFrom(Start, At(19)).Select(t => t.IsOver));
    }

    [Fact]
    public void Who_is_called_pushes_back_those_who_follow_as_long_as_it_takes()
    {
        order.Start(Id(0), At(5));

        Assert.Equal(["13:05-13:13", "13:15-13:23", "13:25-13:33", "13:35-13:43"], Times(At(6)));
        Assert.Equal(["13:05-13:13", "13:18-13:26", "13:28-13:36", "13:38-13:46"], Times(At(16)));
        Assert.Equal([5, 8, 8, 8], order.TimesFrom(Start, At(16)).Select(t => t.Delay));
    }

    [Fact]
    public void Time_that_is_saved_brings_nobody_on_stage_before_their_hour()
    {
        order.Start(Id(0), At(0));
        order.Finish(Id(0), At(3));
        order.Miss(Id(1));

        Assert.Equal("13:20-13:28", Times(At(4))[2]);
    }

    [Fact]
    public void An_absence_gives_its_time_to_those_who_are_late()
    {
        order.Start(Id(0), At(15));
        order.Finish(Id(0), At(23));

        Assert.Equal("13:35-13:43", Times(At(23))[2]);
        order.Miss(Id(1));
        Assert.Equal("13:25-13:33", Times(At(23))[2]);
    }

    [Fact]
    public void Calling_the_next_ends_the_turn_before()
    {
        order.Start(Id(0), At(0));
        order.Start(Id(1), At(9));

        Assert.Equal((SlotState.Presented, At(9)), (order.Slots[0].State, order.Slots[0].EndedAt));
        Assert.Equal("Pitch B", Now(At(9)));
    }

    [Fact]
    public void A_slip_is_taken_back_and_what_is_over_is_not_done_twice()
    {
        order.Miss(Id(0));

        Assert.False(order.Start(Id(0), At(0)));
        Assert.False(order.Finish(Id(0), At(0)));
        Assert.True(order.Reset(Id(0)));
        Assert.True(order.Start(Id(0), At(1)));
        Assert.False(order.Start(Id(0), At(2)));
        Assert.False(order.Reset(Guid.NewGuid()));
    }

    [Theory]
    [InlineData(0, "A B C D")]
    [InlineData(2, "B C A D")]
    [InlineData(99, "B C D A")]
    [InlineData(-3, "A B C D")]
    public void A_turn_moves_to_its_place(int position, string expected)
    {
        Assert.True(order.Move(Id(0), position));

        Assert.Equal(expected, string.Join(' ', order.Slots.Select(s => s.Title[^1])));
    }

    [Fact]
    public void Only_those_whose_hour_changed_need_to_be_told_again()
    {
        Assert.Equal(4, order.ToTell(Start).Count);
        order.Announce(Start, At(-60));
        Assert.Empty(order.ToTell(Start));

        order.Move(Id(3), 2);

        Assert.Equal(["Pitch D", "Pitch C"], order.ToTell(Start).Select(s => s.Title));
        Assert.Equal(4, order.ToTell(Start.AddHours(1)).Count);
    }

    [Fact]
    public void Who_comes_in_anothers_place_has_been_told_nothing()
    {
        order.Announce(Start, At(-60));

        order.Replace("Personne B", "Personne E, associée");
        order.Revise(Id(2), "Pitch C", "Personne F");

        Assert.Equal(["Pitch B", "Pitch C"], order.ToTell(Start).Select(s => s.Title));
    }

    [Fact]
    public void An_order_has_an_end()
    {
        while (order.Slots.Count < RunningOrder.MaxSlots)
        {
            Assert.True(order.Add("Un de plus", null));
        }

        Assert.False(order.Add("Un de trop", null));
    }

    private static DateTime At(int minutes) => Start.AddMinutes(minutes);

    private Guid Id(int n) => order.Slots.Single(s => s.Title == $"Pitch {(char)('A' + n)}").Id;

    private List<string> Times(DateTime now) => [.. order.TimesFrom(Start, now).Select(t => $"{t.StartsAt:HH:mm}-{t.EndsAt:HH:mm}")];

    private string Now(DateTime now) => order.TimesFrom(Start, now).SingleOrDefault(t => t.IsNow)?.Slot.Title ?? "";
}
