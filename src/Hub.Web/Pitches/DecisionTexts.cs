namespace Hub.Web.Pitches;

/// <summary>Words of what is decided, and of places on stage.</summary>
public sealed class DecisionTexts;
