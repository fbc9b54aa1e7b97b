using System.Net;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Events;

public abstract class ThemePageTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_adds_a_theme_words_it_anew_and_retires_it()
    {
        using var administrator = await AdministratorAsync();
        using var added = await administrator.PostAsync("/administration/themes/nouvelle", Words("Commande publique", "Public procurement"));
        Assert.Equal("/administration/themes", added.Headers.Location?.ToString());

        var organisation = An.Organisation();
        var edition = An.Edition(organisation, facts: An.Facts() with { ThemeCode = "public-procurement" });
        await app.SaveAsync(organisation, edition);
        using var day = await app.Visitor().ReadAsync("/en/agenda");
        Assert.Contains("Public procurement", day.Words(), StringComparison.Ordinal);

        using var retired = await administrator.PostAsync("/administration/themes/public-procurement", Words("Achats publics", "Public procurement", retired: true));
        using var organiser = await app.OrganiserAsync(organisation);
        using var fresh = await organiser.ReadAsync("/organisation/journees/nouvelle");
        Assert.DoesNotContain("Achats publics", fresh.QuerySelector("#Input_Theme")!.TextContent, StringComparison.Ordinal);
        using var known = await organiser.ReadAsync($"/organisation/journees/{edition.Id}/modifier");
        Assert.Contains("Achats publics", known.QuerySelector("#Input_Theme")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_needs_a_name_in_both_languages()
    {
        using var administrator = await AdministratorAsync();

        using var answer = await administrator.PostAsync("/administration/themes/nouvelle", Words("Commande", ""));

        using var page = await answer.ReadAsync();
        Assert.Equal("Commande", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll(".field__error"));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_but_a_theme_keeps_its_own()
    {
        using var administrator = await AdministratorAsync();

        using var answer = await administrator.PostAsync("/administration/themes/nouvelle", Words("cybersecurite", "Cyber"));
        using var own = await administrator.PostAsync("/administration/themes/inclusion", Words("Inclusion numérique", "Digital inclusion"));

        using var page = await answer.ReadAsync();
        Assert.Contains("Une thématique porte déjà ce nom", page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
    }

    [Theory]
    [InlineData("/administration/themes")]
    [InlineData("/administration/themes/data")]
    [InlineData("/administration/themes/nouvelle")]
    public async Task Themes_are_not_there_for_organisers(string address)
    {
        var organisation = An.Organisation();
        await app.SaveAsync(organisation);
        using var organiser = await app.OrganiserAsync(organisation);

        using var answer = await organiser.GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpClient> AdministratorAsync()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@hub.example");
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
        return await app.SignInAsync(account.Email!);
    }

    private static Dictionary<string, string> Words(string name, string englishName, bool retired = false) => new(StringComparer.Ordinal)
    {
        ["Input.Name"] = name,
        ["Input.EnglishName"] = englishName,
        ["Input.Tone"] = nameof(Tone.Gaude),
        ["Input.IsRetired"] = retired ? "true" : "false",
    };

    public sealed class OnSqlite(SqliteHub app) : ThemePageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ThemePageTests(app), IClassFixture<PostgreSqlHub>;
}
