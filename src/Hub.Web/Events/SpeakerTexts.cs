namespace Hub.Web.Events;

/// <summary>Words between organisers and those who speak.</summary>
public sealed class SpeakerTexts;
