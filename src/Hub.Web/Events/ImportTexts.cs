namespace Hub.Web.Events;

/// <summary>Words of the page that takes a programme out of a file.</summary>
public sealed class ImportTexts;
