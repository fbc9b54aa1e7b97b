using System.ComponentModel.DataAnnotations;
using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>The picture of a day, as sent.</summary>
public sealed class PictureInput
{
    [Display(Name = "Field.File")]
    public IFormFile? File { get; set; }

    [Display(Name = "Field.Alt")]
    public string? Alt { get; set; }

    [Display(Name = "Field.EnglishAlt")]
    public string? EnglishAlt { get; set; }

    [Display(Name = "Field.Credit")]
    public string? Credit { get; set; }

    [Display(Name = "Field.RemovePicture")]
    public bool Remove { get; set; }

    /// <summary>Whether a picture is to stay or to come; its words are asked for then.</summary>
    public bool Says(EditionImage? image) =>
        !Remove && (image is not null || File is { Length: > 0 } || Alt is not null || EnglishAlt is not null || Credit is not null);

    public static PictureInput From(EditionImage? image) => new() { Alt = image?.Alt, EnglishAlt = image?.EnglishAlt, Credit = image?.Credit };
}

/// <summary>How a day looks and who signs its mails, as typed.</summary>
public sealed class SettingsInput
{
    [Display(Name = "Field.SenderName")]
    public string? SenderName { get; set; }

    [Display(Name = "Field.ReplyTo")]
    public string? ReplyTo { get; set; }

    public Tone? Palette { get; set; }
}
