namespace Hub.Web.Events;

/// <summary>Words about what the audience of a session prefers.</summary>
public sealed class VoteTexts;
