using System.Net;
using Hub.Tests.Support;

namespace Hub.Tests.Shared;

public sealed class LanguageOfBrowserTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    [Theory]
    [InlineData("/", "en-GB,en;q=0.9,fr;q=0.8", "none", "/en/")]
    [InlineData("/?a=b", "en", "cross-site", "/en/?a=b")]
    [InlineData("/", "de,en;q=0.8", "none", "/en/")]
    [InlineData("/", "en,fr", "same-origin", null)]
    [InlineData("/", "fr-FR,fr;q=0.9,en;q=0.8", "none", null)]
    [InlineData("/", "de", "none", null)]
    [InlineData("/agenda", "en", "none", null)]
    [InlineData("/en/", "fr", "none", null)]
    public async Task Only_the_front_door_asks_which_language_a_browser_reads(string address, string languages, string from, string? to)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Add("Accept-Language", languages);
        request.Headers.Add("Sec-Fetch-Site", from);

        using var answer = await app.Visitor().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(to, answer.Headers.Location?.ToString());
        Assert.Equal(to is null ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(address[0] == '/' && (address.Length == 1 || address[1] == '?'), answer.Headers.Vary.Contains("Accept-Language"));
    }
}
