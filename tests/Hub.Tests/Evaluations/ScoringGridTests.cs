using Hub.Core.Evaluations;

namespace Hub.Tests.Evaluations;

public sealed class ScoringGridTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(2.5, true)]
    [InlineData(5, true)]
    [InlineData(2.25, false)]
    [InlineData(-0.5, false)]
    [InlineData(5.5, false)]
    public void Marks_stand_on_the_scale_or_are_none(double mark, bool isOne) => Assert.Equal(isOne, AContest.Grid.Accepts((decimal)mark));

    [Fact]
    public void A_scale_may_begin_at_one()
    {
        ScoringGrid grid = new([], Minimum: 1, Maximum: 4, Step: 1.5m);
        List<decimal> marks = [0m, 1m, 1.5m, 2.5m, 3m, 4m];

        Assert.Equal([1m, 2.5m, 4m], marks.Where(grid.Accepts));
    }

    [Fact]
    public void The_total_is_the_mean_by_the_weights_on_the_same_scale() =>
        Assert.Equal(4.25m, AContest.Grid.Total(key => key is "interest" ? 4.5m : 3.5m));

    [Fact]
    public void Without_one_of_its_marks_there_is_no_total() =>
        Assert.Null(AContest.Grid.Total(key => key is "interest" ? 4.5m : null));

    [Fact]
    public void Thirds_are_not_rounded_on_the_way() =>
        Assert.Equal(10m / 3, new ScoringGrid([new("a", "A", 1), new("b", "B", 2)], 0, 5, 1).Total(key => key is "a" ? 4 : 3));
}
