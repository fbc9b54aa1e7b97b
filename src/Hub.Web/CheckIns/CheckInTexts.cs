namespace Hub.Web.CheckIns;

/// <summary>Words of the pages at the door; see the .resx files beside it.</summary>
public sealed class CheckInTexts;
