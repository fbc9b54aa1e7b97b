using System.ComponentModel.DataAnnotations;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;

namespace Hub.Web.Pitches;

/// <summary>The form of a call, as an organiser fills it in.</summary>
public sealed class EditCallInput
{
    [Display(Name = "CallTitle"), Required, StringLength(CallFacts.TitleLength), RegularExpression(BeginInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Title { get; set; }

    [Display(Name = "EnglishTitle"), StringLength(CallFacts.TitleLength), RegularExpression(BeginInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "Introduction"), StringLength(CallFacts.TextLength)]
    public string? Introduction { get; set; }

    [Display(Name = "EnglishIntroduction"), StringLength(CallFacts.TextLength)]
    public string? EnglishIntroduction { get; set; }

    [Display(Name = "WhoMayPropose"), StringLength(CallFacts.EligibilityLength)]
    public string? Eligibility { get; set; }

    [Display(Name = "EnglishEligibility"), StringLength(CallFacts.EligibilityLength)]
    public string? EnglishEligibility { get; set; }

    [Display(Name = "TimeZone")]
    public string? TimeZone { get; set; }

    /// <summary>Wall time of the zone, as a browser writes it.</summary>
    [Display(Name = "Opens")]
    public string? Opens { get; set; }

    /// <inheritdoc cref="Opens"/>
    [Display(Name = "Closes")]
    public string? Closes { get; set; }

    [Display(Name = "MostOfOne")]
    public string? MostPerOrganisation { get; set; }

    public IList<QuestionInput> Questions { get; set; } = [];

    public IList<CriterionInput> Criteria { get; set; } = [];
}

/// <summary>A question; one without words is none.</summary>
public sealed class QuestionInput
{
    public string? Key { get; set; }

    [Display(Name = "QuestionLabel"), StringLength(200)]
    public string? Label { get; set; }

    [Display(Name = "QuestionEnglish"), StringLength(200)]
    public string? EnglishLabel { get; set; }

    [Display(Name = "QuestionHelp"), StringLength(500)]
    public string? Help { get; set; }

    [Display(Name = "QuestionKind")]
    public FieldKind Kind { get; set; }

    [Display(Name = "QuestionLimit")]
    public string? MaxLength { get; set; }

    [Display(Name = "QuestionRequired")]
    public bool IsRequired { get; set; }

    /// <summary>One a line.</summary>
    [Display(Name = "QuestionChoices"), StringLength(2000)]
    public string? Choices { get; set; }
}

/// <summary>A criterion; one without a name is none.</summary>
public sealed class CriterionInput
{
    public string? Key { get; set; }

    [Display(Name = "CriterionName"), StringLength(100)]
    public string? Name { get; set; }

    [Display(Name = "CriterionEnglish"), StringLength(100)]
    public string? EnglishName { get; set; }

    [Display(Name = "CriterionWeight")]
    public string? Weight { get; set; }

    /// <summary>One a line: mark, colon, words.</summary>
    [Display(Name = "CriterionAnchors"), StringLength(2000)]
    public string? Anchors { get; set; }
}
