namespace Hub.Web.Registrations;

/// <summary>Words of the pages for people who come; see the .resx files beside it.</summary>
public sealed class PublicRegistrationTexts;
