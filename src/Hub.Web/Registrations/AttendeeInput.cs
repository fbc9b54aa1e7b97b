using System.ComponentModel.DataAnnotations;
using Hub.Core.Registrations;
using Hub.Web.Shared;

namespace Hub.Web.Registrations;

/// <summary>The form a person fills in to come, and later to correct.</summary>
public class AttendeeInput
{
    /// <summary>One line of text: neither line breaks nor other control characters.</summary>
    internal const string OneLine = @"[^\p{Cc}\p{Zl}\p{Zp}]*";

    [Display(Name = "FirstName"), Required, StringLength(Attendee.NameLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? FirstName { get; set; }

    [Display(Name = "LastName"), Required, StringLength(Attendee.NameLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? LastName { get; set; }

    [Display(Name = "Organisation"), Required, StringLength(Attendee.LineLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Organisation { get; set; }

    [Display(Name = "JobTitle"), Required, StringLength(Attendee.LineLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? JobTitle { get; set; }

    /// <summary>Name, postal code or SIREN of the local authority, as typed.</summary>
    [Display(Name = "Territory"), StringLength(TerritoryChoice.TextLength), RegularExpression(OneLine, ErrorMessage = "ErrorOneLine")]
    public string? Territory { get; set; }

    /// <summary>Which one is meant; what <see cref="Territory"/> says, until the person chose.</summary>
    [Display(Name = "TerritoryCode"), StringLength(Attendee.TerritoryLength)]
    public string? TerritoryCode { get; set; }

    [Display(Name = "Sector")]
    public Sector? Sector { get; set; }

    [Display(Name = "Needs"), StringLength(Attendee.NeedsLength)]
    public string? Needs { get; set; }

    [Display(Name = "AcceptsPhotos")]
    public bool AcceptsPhotos { get; set; }

    [Display(Name = "WantsNews")]
    public bool WantsNews { get; set; }

    /// <summary>Of a form that has been validated.</summary>
    public Attendee ToAttendee(string email) => new(
        FirstName!.Trim(), LastName!.Trim(), email.Trim(), Organisation!.Trim(), JobTitle!.Trim(),
        string.IsNullOrWhiteSpace(Needs) ? null : Needs.Trim(), AcceptsPhotos, WantsNews)
    {
        Sector = Sector,
        Asked = PublicRegistrationTexts.Version,
        TerritoryCode = string.IsNullOrEmpty(TerritoryCode) ? null : TerritoryCode,
    };
}

/// <summary>With the address, which cannot be corrected later: it is who the person is here.</summary>
public sealed class RegisterInput : AttendeeInput
{
    [Display(Name = "Email"), Required, StringLength(Attendee.EmailLength), MailAddress(ErrorMessage = "ErrorEmail")]
    public string? Email { get; set; }
}
