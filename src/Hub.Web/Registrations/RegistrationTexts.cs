namespace Hub.Web.Registrations;

/// <summary>Words of the organisers' pages about the people registered.</summary>
public sealed class RegistrationTexts;
