namespace Hub.Core.Site;

/// <summary>Names of the promises about the site.</summary>
public static class SiteMailKinds
{
    public const string Contact = "contact-message";
}

/// <summary>What a visitor wrote, for who administers the hub.</summary>
/// <param name="Name">Of the visitor.</param>
public sealed record ContactMail(string Name, string Email, string Text);
