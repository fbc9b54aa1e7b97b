using System.ComponentModel.DataAnnotations;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Hub.Web.Shared;

namespace Hub.Web.Pitches;

/// <summary>Who begins a proposal.</summary>
public sealed class BeginInput
{
    /// <summary>One line of text: neither line breaks nor other control characters.</summary>
    internal const string OneLine = @"[^\p{Cc}\p{Zl}\p{Zp}]*";

    [Display(Name = "Organisation"), Required, StringLength(Application.OrganisationLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Organisation { get; set; }

    [Display(Name = "YourName"), Required, StringLength(Author.NameLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Name { get; set; }

    [Display(Name = "Email"), Required, StringLength(MailAddresses.Length), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }
}

/// <summary>Whose link is lost.</summary>
public sealed class RecoverInput
{
    [Display(Name = "Email"), Required, StringLength(MailAddresses.Length), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }
}

/// <summary>A colleague to write with.</summary>
public sealed class ColleagueInput
{
    [Display(Name = "ColleagueName"), Required, StringLength(Author.NameLength), RegularExpression(BeginInput.OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Name { get; set; }

    [Display(Name = "Email"), Required, StringLength(MailAddresses.Length), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }
}
