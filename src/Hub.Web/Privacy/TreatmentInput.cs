using System.ComponentModel.DataAnnotations;
using Hub.Core.Privacy;

namespace Hub.Web.Privacy;

/// <summary>A row of the register, as an administrator writes it.</summary>
public sealed class TreatmentInput
{
    /// <summary>In the order of the register.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["Name", "Purpose", "LegalBasis", "People", "Data", "Recipients", "Retention"];

    [Display(Name = "Field.Name"), Required, StringLength(TreatmentFacts.NameLength)]
    public string? Name { get; set; }

    [Display(Name = "Field.Purpose"), Required, StringLength(TreatmentFacts.TextLength)]
    public string? Purpose { get; set; }

    [Display(Name = "Field.LegalBasis"), Required, StringLength(TreatmentFacts.TextLength)]
    public string? LegalBasis { get; set; }

    [Display(Name = "Field.People"), Required, StringLength(TreatmentFacts.TextLength)]
    public string? People { get; set; }

    [Display(Name = "Field.Data"), Required, StringLength(TreatmentFacts.TextLength)]
    public string? Data { get; set; }

    [Display(Name = "Field.Recipients"), Required, StringLength(TreatmentFacts.TextLength)]
    public string? Recipients { get; set; }

    [Display(Name = "Field.Retention"), Required, StringLength(TreatmentFacts.TextLength)]
    public string? Retention { get; set; }

    public static TreatmentInput Of(TreatmentFacts facts) => new()
    {
        Name = facts.Name,
        Purpose = facts.Purpose,
        LegalBasis = facts.LegalBasis,
        People = facts.People,
        Data = facts.Data,
        Recipients = facts.Recipients,
        Retention = facts.Retention,
    };

    /// <summary>Of a form that has been validated.</summary>
    public TreatmentFacts ToFacts() => new(Line(Name), Line(Purpose), Line(LegalBasis), Line(People), Line(Data), Line(Recipients), Line(Retention));

    private static string Line(string? text) => text!.ReplaceLineEndings("\n").Trim();
}
