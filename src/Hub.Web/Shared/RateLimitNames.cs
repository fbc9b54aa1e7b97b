namespace Hub.Web.Shared;

/// <summary>Limits a page asks for beside those that hold for all.</summary>
public static class RateLimitNames
{
    public const string Contact = "contact";

    public const string Search = "search";

    public const string Vote = "vote";
}
