namespace Hub.Web.Search;

/// <summary>Words of the search page.</summary>
public sealed class SearchTexts;
