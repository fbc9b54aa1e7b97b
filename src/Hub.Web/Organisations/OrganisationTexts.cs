namespace Hub.Web.Organisations;

/// <summary>Words of the organisers' first page.</summary>
public sealed class OrganisationTexts;
