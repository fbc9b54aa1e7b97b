using System.Globalization;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;

namespace Hub.Web.Pitches;

/// <summary>What becomes of each proposal, as it was filled in, by the proposal.</summary>
public sealed class DecisionInput
{
    public Verdict? Verdict { get; set; }

    /// <summary>In the reserve, from 1; as it was typed.</summary>
    public string? Position { get; set; }

    public string? Reason { get; set; }

    /// <summary>Version of the decision that was shown when it was filled in.</summary>
    public int Seen { get; set; }

    public static DecisionInput Of(Decision? decision) =>
        decision is null ? new() : new() { Verdict = decision.Verdict, Position = $"{decision.Position}", Reason = decision.Reason, Seen = decision.Version };

    public bool IsPositionWrong => !string.IsNullOrWhiteSpace(Position) && Place is null;

    private int? Place => int.TryParse(Position, NumberStyles.Integer, CultureInfo.InvariantCulture, out var place) && place > 0 ? place : null;

    public Decided For(Guid application) => new(application, Verdict, Place, string.IsNullOrWhiteSpace(Reason) ? null : Reason.ReplaceLineEndings("\n").Trim(), Seen);
}
