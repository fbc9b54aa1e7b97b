namespace Hub.Web.Events;

/// <summary>Words about documents to take home.</summary>
public sealed class FileTexts;
