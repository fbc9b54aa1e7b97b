namespace Hub.Web.Shared;

/// <summary>Names SharedTexts.resx: the words of the frame, of form errors and of error pages.</summary>
public sealed class SharedTexts;
