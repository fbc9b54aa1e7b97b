using Hub.Core.Events;
using Hub.Core.Votes;

namespace Hub.Web.Events;

/// <summary>What a turn got.</summary>
/// <param name="Rank">From 1; equal votes share it.</param>
/// <param name="Slot">Null when organisers have removed it since.</param>
/// <param name="Share">Of all votes, in whole per cent.</param>
public sealed record VoteLine(int Rank, Slot? Slot, int Votes, int Share)
{
    /// <returns>Most votes first; none while people vote.</returns>
    public static IReadOnlyList<VoteLine> Of(AudienceVote vote, RunningOrder order)
    {
        var all = vote.Result.Sum(t => t.Votes);
        return [.. vote.Result.Select(t => new VoteLine(
            1 + vote.Result.Count(other => other.Votes > t.Votes), order.Find(t.SlotId), t.Votes, all == 0 ? 0 : (int)Math.Round(100m * t.Votes / all)))];
    }
}
