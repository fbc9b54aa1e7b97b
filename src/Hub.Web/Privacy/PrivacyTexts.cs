namespace Hub.Web.Privacy;

/// <summary>Words of the pages where people ask for their data, and of the register of treatments.</summary>
public sealed class PrivacyTexts;
