using System.ComponentModel.DataAnnotations;
using Hub.Core.Pitches;

namespace Hub.Web.Pitches;

/// <summary>Who comes on stage with an accepted proposal, and what it needs there.</summary>
public sealed class StageInput
{
    [Display(Name = "Presenters"), Required, StringLength(StageOffer.PresentersLength)]
    public string? Presenters { get; set; }

    [Display(Name = "Summary"), StringLength(StageOffer.SummaryLength)]
    public string? Summary { get; set; }

    [Display(Name = "StageNeeds"), StringLength(StageOffer.NeedsLength)]
    public string? Needs { get; set; }

    public static StageInput Of(StageOffer offer, string author) => new() { Presenters = offer.Presenters ?? author, Summary = offer.Summary, Needs = offer.Needs };

    public StageFacts Facts => new(Lines(Presenters) ?? "", Lines(Summary), Lines(Needs));

    private static string? Lines(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n").Trim();
}
