namespace Hub.Web.Audit;

/// <summary>Words of the page that shows the audit log.</summary>
public sealed class JournalTexts;
