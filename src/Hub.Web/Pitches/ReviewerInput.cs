using System.ComponentModel.DataAnnotations;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Hub.Web.Shared;

namespace Hub.Web.Pitches;

/// <summary>Somebody to judge with.</summary>
public sealed class ReviewerInput
{
    [Display(Name = "PersonName"), Required, StringLength(Reviewer.NameLength), RegularExpression(BeginInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Name { get; set; }

    [Display(Name = "Organisation"), Required, StringLength(Application.OrganisationLength), RegularExpression(BeginInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Organisation { get; set; }

    [Display(Name = "Email"), Required, StringLength(MailAddresses.Length), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }
}
