using Hub.Core.Evaluations;

namespace Hub.Tests.Evaluations;

public sealed class DecisionTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly Decision decision = new(Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void A_decision_changes_until_it_is_released_and_not_after()
    {
        Assert.True(decision.Decide(Verdict.Declined, null, "Hors sujet", Now));
        Assert.True(decision.Decide(Verdict.Reserve, 2, null, Now));
        Assert.True(decision.Release(Now));

        Assert.False(decision.Decide(Verdict.Accepted, null, null, Now));
        Assert.False(decision.Release(Now.AddHours(1)));
        Assert.Equal((Verdict.Reserve, 2, Now), (decision.Verdict, decision.Position, decision.ReleasedAt));
    }

    [Fact]
    public void Only_who_waits_in_the_reserve_moves_up()
    {
        decision.Decide(Verdict.Reserve, 1, null, Now);
        Assert.False(decision.Promote(Now));

        decision.Release(Now);
        Assert.True(decision.Promote(Now));
        Assert.Equal((Verdict.Accepted, null), (decision.Verdict, decision.Position));
        Assert.False(decision.Promote(Now));
    }

    [Fact]
    public void Nobody_but_the_reserve_has_a_place_in_it()
    {
        decision.Decide(Verdict.Accepted, 3, null, Now);

        Assert.Null(decision.Position);
    }
}
