namespace Hub.Web.Events;

/// <summary>Words of the public pages; see the .resx files beside it.</summary>
public sealed class AgendaTexts;
