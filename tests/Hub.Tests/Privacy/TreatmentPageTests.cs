using Hub.Core.Data;
using Hub.Tests.Support;
using Hub.Web.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

public sealed class TreatmentPageTests : IAsyncLifetime
{
    private const string Page = "/administration/registre";

    private readonly SqliteHub app = new();
    private HttpClient browser = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.AccountAsync("une@hub.example");
        await app.DoAsync<HubDbContext>(db => db.Users.ExecuteUpdateAsync(u => u.SetProperty(x => x.IsAdministrator, true), Token));
        browser = await app.SignInAsync("une@hub.example");
    }

    public ValueTask DisposeAsync()
    {
        browser.Dispose();
        return app.DisposeAsync();
    }

    [Fact]
    public async Task The_register_says_what_the_hub_does_with_its_periods_and_what_waits_to_go()
    {
        using var french = await browser.ReadAsync(Page);
        using var english = await browser.ReadAsync($"/en{Page}");

        Assert.Equal(8, french.QuerySelectorAll("main dl").Length);
        Assert.Contains("12 mois après la journée", french.Words(), StringComparison.Ordinal);
        Assert.Contains("30 days after the day", english.Words(), StringComparison.Ordinal);
        Assert.Equal(8, french.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task An_administrator_writes_a_row_and_takes_it_back()
    {
        var answers = TreatmentInput.Fields.ToDictionary(f => $"Input.{f}", f => $"Notre {f}");
        using var saved = await browser.SendFormAsync($"{Page}/contact/fr", new(answers) { ["Version"] = "0" });
        using var stale = await browser.SendFormAsync($"{Page}/contact/fr", new(answers) { ["Version"] = "0", ["Input.Name"] = "Autre" });
        Assert.Equal(Page, saved.Headers.Location?.ToString());
        using (var refused = await stale.ReadAsync())
        {
            Assert.Contains("Une autre personne a modifié ce texte", refused.Words(), StringComparison.Ordinal);
        }

        using var file = await browser.GetAsync($"{Page}?handler=File", Token);
        var text = await file.Content.ReadAsStringAsync(Token);
        Assert.Contains("Notre Name;Notre Purpose;Notre LegalBasis;Notre People;Notre Data;Notre Recipients;Notre Retention", text, StringComparison.Ordinal);
        Assert.StartsWith("Traitement;Finalité;Base légale;", text.TrimStart('\uFEFF'), StringComparison.Ordinal);

        using var restored = await browser.SendFormAsync($"{Page}/contact/fr", [], $"{Page}/contact/fr?handler=Restore");
        using var register = await browser.ReadAsync(Page);
        Assert.DoesNotContain("Notre", register.Words(), StringComparison.Ordinal);
    }
}
