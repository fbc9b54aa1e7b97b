using System.Net;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Errors;

public sealed class ProblemPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "La demande n’a pas été comprise", "The request was not understood")]
    [InlineData(404, "Cette page n’existe pas", "This page does not exist")]
    [InlineData(410, "Cette page n’existe plus", "This page no longer exists")]
    [InlineData(413, "Cet envoi est trop lourd", "This is too large to send")]
    [InlineData(429, "Trop de demandes en peu de temps", "Too many requests")]
    [InlineData(500, "n’a pas abouti", "could not be saved or shown")]
    [InlineData(503, "momentanément indisponible", "unavailable for a moment")]
    public async Task Each_error_says_what_happened_and_what_to_do(int code, string french, string english)
    {
        await using SqliteHub app = new();
        foreach (var (address, words) in new[] { ($"/erreur/{code}", french), ($"/en/erreur/{code}", english) })
        {
            using var answer = await app.Visitor().GetAsync(address, Token);
            using var page = await answer.ReadAsync();

            Assert.Equal(code, (int)answer.StatusCode);
            Assert.Contains(words, page.QuerySelector("h1")!.TextContent, StringComparison.OrdinalIgnoreCase);
            Assert.NotNull(page.QuerySelector("main a.btn--primary"));
            Assert.Equal(code is 404, page.QuerySelector("main form[role=search]") is not null);
            Assert.Equal(code >= 500, page.QuerySelector("main code") is not null);
        }
    }

    [Theory]
    [InlineData(13, HttpStatusCode.ServiceUnavailable)]
    [InlineData(14, HttpStatusCode.ServiceUnavailable)]
    [InlineData(1, HttpStatusCode.InternalServerError)]
    public async Task A_database_that_is_away_or_full_is_told_apart_from_a_fault_of_ours(int error, HttpStatusCode expected)
    {
        await using SqliteHub app = new() { Additions = services => services.Configure<MvcOptions>(o => o.Filters.Add(new Failing(error))) };

        using var answer = await app.Visitor().GetAsync("/agenda", Token);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected is HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
    }

    /// <summary>Fails the agenda as a database would, and lets the page of errors through.</summary>
    private sealed class Failing(int error) : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.RouteData.Values["page"] is "/Events/Agenda")
            {
                throw new SqliteException("planted", error);
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
