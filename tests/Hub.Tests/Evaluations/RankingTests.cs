using System.Globalization;
using Hub.Core.Evaluations;

namespace Hub.Tests.Evaluations;

public sealed class RankingTests
{
    private static readonly Guid[] Files = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public void The_best_mean_comes_first_and_those_nobody_judged_last() =>
        Assert.Equal(
            [(Files[2], 1), (Files[0], 2), (Files[1], 3), (Files[3], null)],
            Ranked([3m, 4m], [3m], [5m, 2.5m], []).Select(r => (r.ApplicationId, r.Rank)));

    [Fact]
    public void Equal_means_share_a_rank_and_the_next_is_left_out() =>
        Assert.Equal([1, 1, 3], Ranked([4m], [3m, 5m], [1m]).Select(r => r.Rank!.Value));

    [Theory]
    [InlineData("3", 3, 3, 0)]
    [InlineData("1 5", 3, 3, 4)]
    [InlineData("5 1 1.5", 2.5, 1.5, 4)]
    [InlineData("4 1 2 5", 3, 3, 4)]
    public void Mean_median_and_spread_are_of_all_totals(string totals, double mean, double median, double spread)
    {
        var ranked = Assert.Single(Ranked([.. totals.Split(' ').Select(t => decimal.Parse(t, CultureInfo.InvariantCulture))]));

        Assert.Equal(((decimal)mean, (decimal)median, (decimal)spread), (ranked.Mean, ranked.Median, ranked.Spread));
    }

    [Fact]
    public void Without_reviews_there_is_no_figure() =>
        Assert.Equal(new Ranked(Files[0], 0, null, null, null, null), Assert.Single(Ranked((decimal[])[])));

    [Fact]
    public void The_order_in_which_reviews_came_changes_nothing() =>
        Assert.Equal(Ranked([1m, 2m, 4m], [3m, 1m]), Ranked([4m, 1m, 2m], [1m, 3m]));

    private static IReadOnlyList<Ranked> Ranked(params decimal[][] totals) =>
        Ranking.Of(totals.Select((t, i) => KeyValuePair.Create<Guid, IReadOnlyList<decimal>>(Files[i], t)));
}
