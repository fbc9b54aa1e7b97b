using System.Net;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Notifications;

public sealed class DeliveredPagesTests : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-mails").FullName;
    private WebApplicationFactory<Program>? site;

    public async ValueTask DisposeAsync()
    {
        await (site?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(folder, recursive: true);
    }

    private HttpClient Start(string environment)
    {
        site = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("environment", environment)
            .UseSetting("Mail:Send", "false")
            .UseSetting("Database:MigrateAtStart", "false")
            .UseSetting("Hub:PublicOrigin", "http://localhost")
            .UseSetting("Hub:DataFolder", folder)
            .ConfigureLogging(log => log.ClearProviders()));
        return site.CreateClient();
    }

    private async Task<Guid> DeliverAsync(string to, string subject)
    {
        OutboxMessage message = new() { Key = to, Kind = "k", SubjectId = Guid.Empty, Details = null, CreatedAt = default, DueAt = default };
        MailDraft draft = new(to, "Maëlle Kerbrat", "fr", new(), "Région d’exemple", null, new("REQUEST", "BEGIN:VCALENDAR\r\nX-À:1\r\n"u8.ToArray()));
        MailText text = new(subject, "Bonjour <Maëlle>", "<!DOCTYPE html><html><head></head><body><script>alert(1)</script><a href=\"https://hub.exemple.test/\">lien</a></body></html>");
        var content = MimeWriter.Write(message, draft, text, new(), new(2027, 3, 1, 8, 5, 9, DateTimeKind.Utc));
        await site!.Services.GetRequiredService<MailFolder>().DeliverAsync(new(message.Id, "hub@exemple.test", to, content), TestContext.Current.CancellationToken);
        return message.Id;
    }

    [Fact]
    public async Task Delivered_mails_are_listed_newest_first_and_found_by_address()
    {
        using var browser = Start("Development");
        Assert.Contains("Aucun courriel", await GetAsync(browser, "/dev/courriels"), StringComparison.Ordinal);
        await DeliverAsync("un@exemple.test", "Premier sujet, été 🎉");
        await DeliverAsync("deux@exemple.test", "Second sujet");

        var all = await GetAsync(browser, "/dev/courriels");
        var one = await GetAsync(browser, "/dev/courriels?address=UN@");

        Assert.True(all.IndexOf("Second sujet", StringComparison.Ordinal) is > 0 and var second && second < all.IndexOf("Premier sujet, été 🎉", StringComparison.Ordinal));
        Assert.Contains("Premier sujet", one, StringComparison.Ordinal);
        Assert.DoesNotContain("Second sujet", one, StringComparison.Ordinal);
        Assert.Contains("No mail yet", await GetAsync(browser, "/en/dev/courriels?address=trois"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_shows_its_parts_and_runs_nothing()
    {
        using var browser = Start("Development");
        var id = await DeliverAsync("un@exemple.test", "Sujet");

        var page = await GetAsync(browser, $"/dev/courriels/{id}");
        using var html = await browser.GetAsync(new Uri($"/dev/courriels/{id}/Html", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains($"/dev/courriels/{id}/Html\"", page, StringComparison.Ordinal);
        Assert.Contains("Bonjour <Maëlle>", page, StringComparison.Ordinal);
        Assert.Contains("X-À:1", page, StringComparison.Ordinal);
        Assert.Contains("invite.ics", page, StringComparison.Ordinal);
        Assert.Contains("Région d’exemple", page, StringComparison.Ordinal);
        var policy = Assert.Single(html.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox allow-popups", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", Assert.Single(html.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task A_mail_that_is_not_there_is_not_found()
    {
        using var browser = Start("Development");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri($"/dev/courriels/{Guid.NewGuid()}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Elsewhere_than_in_development_nobody_reads_mails()
    {
        using var browser = Start("Production");
        var id = await DeliverAsync("un@exemple.test", "Sujet");

        foreach (var address in new[] { "/dev/courriels", "/en/dev/courriels", $"/dev/courriels/{id}", $"/dev/courriels/{id}/Html" })
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("Maëlle", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static async Task<string> GetAsync(HttpClient browser, string address) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
}
