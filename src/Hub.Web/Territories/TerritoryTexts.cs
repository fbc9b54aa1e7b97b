namespace Hub.Web.Territories;

/// <summary>Words of the pages about régions and of the search for territories.</summary>
public sealed class TerritoryTexts;
