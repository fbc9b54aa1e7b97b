namespace Hub.Web.Events;

/// <summary>Words about how a programme comes to be and what changes in it.</summary>
public sealed class ProgrammeTexts;
