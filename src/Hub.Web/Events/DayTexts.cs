namespace Hub.Web.Events;

/// <summary>Words of the pages about one day; see the .resx files beside it.</summary>
public sealed class DayTexts;
