using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>Who comes on stage one after the other in a session, as a file takes it along: the plan, and nothing of what became of it.</summary>
public sealed record PlannedTurns(Guid SessionId, int SlotMinutes, int ChangeoverMinutes, IReadOnlyList<PlannedTurn> Slots)
{
    /// <summary>A file made by hand may say anything, and leave out what the types promise.</summary>
    internal bool IsPossible =>
        SlotMinutes is > 0 and <= RunningOrder.LongestMinutes && ChangeoverMinutes is >= 0 and <= RunningOrder.LongestMinutes
        && Slots is { Count: <= RunningOrder.MaxSlots } && Slots.All(s => s is { IsPossible: true });

    public static PlannedTurns Of(RunningOrder order) =>
        new(order.SessionId, order.SlotMinutes, order.ChangeoverMinutes, [.. order.Slots.Select(s => new PlannedTurn(s.Title, s.Presenters))]);

    /// <param name="order">Without turns as yet.</param>
    internal void PutInto(RunningOrder order, DateTime now)
    {
        order.Pace(SlotMinutes, ChangeoverMinutes);
        foreach (var turn in Slots)
        {
            order.Add(turn.Title, turn.Presenters);
        }

        order.Touch(now);
    }
}

/// <inheritdoc cref="Slot"/>
public sealed record PlannedTurn(string Title, string? Presenters)
{
    internal bool IsPossible =>
        !string.IsNullOrWhiteSpace(Title) && Title.Length <= EditionFacts.LineLength && ImportCharacters.FitLine(Title)
        && (Presenters is null || (Presenters.Length <= EditionFacts.TextLength && ImportCharacters.FitText(Presenters)));
}
