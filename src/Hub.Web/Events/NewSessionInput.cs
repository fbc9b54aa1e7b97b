using System.ComponentModel.DataAnnotations;
using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>The little of a session that is known before it has a place.</summary>
public sealed class NewSessionInput
{
    [Display(Name = "Field.Title")]
    public string? Title { get; set; }

    [Display(Name = "Field.Kind")]
    public SessionKind? Kind { get; set; }

    [Display(Name = "Field.Minutes")]
    public string? Minutes { get; set; } = "45";
}
