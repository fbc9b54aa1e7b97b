using Hub.Core.Events;

namespace Hub.Web.Events;

/// <summary>Where a browser keeps the voice it has in the vote of one session, until two days later.</summary>
public static class VotingCookie
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);

    public static string? Read(HttpRequest request, Session session) => request.Cookies[NameOf(session)];

    public static void Write(HttpContext http, Session session, string paper) => http.Response.Cookies.Append(NameOf(session), paper, new()
    {
        Path = "/",
        MaxAge = Life,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    });

    private static string NameOf(Session session) => $"vote-{session.Code}";
}
