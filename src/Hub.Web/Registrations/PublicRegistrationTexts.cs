namespace Hub.Web.Registrations;

/// <summary>Words of the pages for people who come; see the .resx files beside it.</summary>
public sealed class PublicRegistrationTexts
{
    /// <summary>
    /// Of the questions people say yes or no to: AcceptsPhotos, WantsNews, Choices, ChoicesHint, Needs, NeedsHint, NeedsPurpose.
    /// It stands beside each answer; another date with other words.
    /// </summary>
    public const string Version = "2026-11-22";
}
