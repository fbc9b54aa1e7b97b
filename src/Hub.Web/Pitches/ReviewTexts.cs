namespace Hub.Web.Pitches;

/// <summary>Words of committees and their reviews.</summary>
public sealed class ReviewTexts;
