namespace Hub.Web.Events;

/// <summary>
/// The days somebody keeps in this browser: their ids as 32 digits, the oldest first, read here and written by agenda.js.
/// Nothing in it names a person, and the hub keeps no copy.
/// </summary>
public static class FavouriteDays
{
    public const string Name = "journees";

    /// <summary>Keeps the cookie under two kilobytes; agenda.js knows the same number.</summary>
    private const int MostDays = 50;

    public static IReadOnlyList<Guid> Read(HttpRequest request) =>
        [.. (request.Cookies[Name] ?? "").Split('.').Select(d => Guid.TryParseExact(d, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().TakeLast(MostDays)];
}
