namespace Hub.Web.Events;

/// <summary>Words of the organisers' pages about a day.</summary>
public sealed class EventTexts;
