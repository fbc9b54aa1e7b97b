namespace Hub.Web.Shared;

/// <summary>Words of the file with which somebody takes their data along.</summary>
public sealed class PersonalDataTexts;
