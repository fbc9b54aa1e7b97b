namespace Hub.Web.OpenData;

/// <summary>Words of open data; see the .resx files beside it.</summary>
public sealed class OpenDataTexts;
