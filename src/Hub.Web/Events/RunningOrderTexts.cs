namespace Hub.Web.Events;

/// <summary>Words about who comes on stage when.</summary>
public sealed class RunningOrderTexts;
