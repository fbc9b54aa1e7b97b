namespace Hub.Web.Calendars;

/// <summary>Words of the feeds; see the .resx files beside it.</summary>
public sealed class CalendarTexts;
