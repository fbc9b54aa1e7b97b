using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>
/// What somebody keeps in this browser: codes of sessions, the oldest first, read and written by programme.js too. Nothing
/// in it names a person, and the hub keeps no copy.
/// </summary>
public static class FavouriteCookie
{
    public const string Name = "favoris";

    /// <summary>Keeps the cookie under two kilobytes; the oldest make room.</summary>
    private const int MostCodes = 200;

    private const char Separator = '.';

    public static IReadOnlyList<string> Read(HttpRequest request) =>
        [.. (request.Cookies[Name] ?? "").Split(Separator).Where(Session.IsCode).Distinct(StringComparer.Ordinal).TakeLast(MostCodes)];

    /// <summary>Keeps these of the day's sessions and none other; those of other days stay.</summary>
    /// <param name="day">Codes of all sessions of the day.</param>
    public static void Write(HttpContext http, IReadOnlyCollection<string> day, IEnumerable<string> kept)
    {
        var codes = Read(http.Request).Except(day, StringComparer.Ordinal).Concat(kept.Where(day.Contains)).TakeLast(MostCodes);
        http.Response.Cookies.Append(Name, string.Join(Separator, codes), new()
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
    }
}
