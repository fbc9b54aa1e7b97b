namespace Hub.Web.Pitches;

/// <summary>Words of calls and proposals.</summary>
public sealed class PitchTexts;
