namespace Hub.Core.Evaluations;

/// <summary>Reviews in, order out. It decides nothing.</summary>
public static class Ranking
{
    /// <summary>Best first. Those nobody has judged come last, without a rank.</summary>
    /// <param name="totals">Of each application, one for each review that counts.</param>
    public static IReadOnlyList<Ranked> Of(IEnumerable<KeyValuePair<Guid, IReadOnlyList<decimal>>> totals)
    {
        List<Ranked> ranked = [.. totals.Select(t => new Ranked(t.Key, t.Value.Count, Mean(t.Value), Median(t.Value), Spread(t.Value), null)).OrderByDescending(r => r.Mean).ThenBy(r => r.ApplicationId)];
        return [.. ranked.Select(r => r.Mean is null ? r : r with { Rank = 1 + ranked.Count(o => o.Mean > r.Mean) })];
    }

    private static decimal? Mean(IReadOnlyList<decimal> totals) => totals.Count == 0 ? null : totals.Sum() / totals.Count;

    private static decimal? Median(IReadOnlyList<decimal> totals)
    {
        List<decimal> sorted = [.. totals.Order()];
        var middle = sorted.Count / 2;
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static decimal? Spread(IReadOnlyList<decimal> totals) => totals.Count == 0 ? null : totals.Max() - totals.Min();
}

/// <param name="Reviews">That count.</param>
/// <param name="Mean">On the scale of the grid, not rounded; null without reviews.</param>
/// <param name="Median">Of two in the middle, their mean.</param>
/// <param name="Spread">Between the highest and the lowest total.</param>
/// <param name="Rank">From 1; equal means share one, and the next is left out.</param>
public sealed record Ranked(Guid ApplicationId, int Reviews, decimal? Mean, decimal? Median, decimal? Spread, int? Rank);
