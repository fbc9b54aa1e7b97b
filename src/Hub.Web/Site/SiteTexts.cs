namespace Hub.Web.Site;

/// <summary>Words of the pages about the hub itself.</summary>
public sealed class SiteTexts;
