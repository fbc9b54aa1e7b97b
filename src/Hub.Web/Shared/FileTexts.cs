namespace Hub.Web.Shared;

/// <summary>Words about documents to take home.</summary>
public sealed class FileTexts;
