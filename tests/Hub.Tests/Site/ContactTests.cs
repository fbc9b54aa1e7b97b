using System.Net;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Tests.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Site;

public sealed class ContactTests : IAsyncLifetime
{
    private readonly SqliteHub app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "une", "deux", "autre" })
        {
            await app.AccountAsync($"{name}@hub.example");
        }

        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Email != "autre@hub.example").ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true)));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_message_reaches_everybody_who_administers_the_hub_and_leaves_no_copy()
    {
        using var answer = await SendAsync(app.Visitor(), "Bonjour,\nqui organise ?");

        Assert.Equal("/contact?envoye=1", answer.Headers.Location?.ToString());
        foreach (var name in new[] { "une", "deux" })
        {
            var raw = Assert.Single(await app.SendMailsAsync(), m => m.Contains($"To: {name}@hub.example", StringComparison.Ordinal));
            Assert.Contains("Reply-To: maelle@mairie.example", raw, StringComparison.Ordinal);
            var mail = await ReadMail.FromAsync(System.Text.Encoding.ASCII.GetBytes(raw));
            Assert.Contains("Maëlle Kerbrat", mail.Text(), StringComparison.Ordinal);
            Assert.Contains("qui organise ?", mail.Text(), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await app.SendMailsAsync()).Count);
        Assert.Equal(0, await app.ReadAsync(db => db.Outbox.CountAsync(m => m.Details != null, Token)));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_is_kept()
    {
        using var answer = await app.Visitor().PostAsync("/contact", new Dictionary<string, string> { ["Input.Name"] = "Maëlle", ["Input.Email"] = "maelle@", ["Input.Text"] = "" });

        using var page = await answer.ReadAsync();
        Assert.Equal("Maëlle", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal(2, page.QuerySelectorAll(".field__error").Length);
        Assert.Empty(await app.SendMailsAsync());
    }

    [Fact]
    public async Task The_eleventh_message_in_ten_minutes_waits()
    {
        using var visitor = app.Visitor();
        for (var sent = 0; sent < 10; sent++)
        {
            using var passed = await SendAsync(visitor, $"message {sent}");
            Assert.Equal(HttpStatusCode.Redirect, passed.StatusCode);
        }

        using var refused = await SendAsync(visitor, "encore un");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        using var page = await refused.ReadAsync();
        Assert.Contains("Attendez une minute", page.Words(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient visitor, string text) => visitor.PostAsync(
        "/contact", new Dictionary<string, string> { ["Input.Name"] = "Maëlle Kerbrat", ["Input.Email"] = "maelle@mairie.example", ["Input.Text"] = text });
}
