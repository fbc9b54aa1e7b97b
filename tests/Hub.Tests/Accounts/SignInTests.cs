using System.Net;
using Hub.Core.Data;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Accounts;

public abstract class SignInTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        await app.AccountAsync("ada@exemple.example");

        var wrong = await TryAsync("ada@exemple.example", "pas le bon mot de passe");
        var unknown = await TryAsync("personne@exemple.example", "pas le bon mot de passe");

        Assert.Contains("ne vont pas ensemble", wrong, StringComparison.Ordinal);
        Assert.Contains("ne vont pas ensemble", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused()
    {
        await app.AccountAsync("bob@exemple.example");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await TryAsync("bob@exemple.example", "pas le bon mot de passe");
        }

        Assert.Contains("ne vont pas ensemble", await TryAsync("bob@exemple.example", Organisers.Password), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/organisation/journees/nouvelle", "/organisation/journees/nouvelle")]
    [InlineData("https://ailleurs.example/", "/organisation")]
    [InlineData("//ailleurs.example/", "/organisation")]
    [InlineData("/é", "/organisation")]
    public async Task After_sign_in_one_stays_on_this_site(string asked, string expected)
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        var page = $"/connexion?ReturnUrl={Uri.EscapeDataString(asked)}";

        using var answer = await app.Visitor().SendFormAsync(page, new() { ["Email"] = account.Email!, ["Password"] = Organisers.Password });

        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"authenticatorData":"AAAA","clientDataJSON":"e30","signature":"AAAA"}}""")]
    public async Task What_is_no_passkey_is_refused_in_words(string credential)
    {
        using var answer = await app.Visitor().SendFormAsync("/connexion", new() { ["Credential"] = credential }, "/connexion?handler=Passkey");
        using var page = await answer.ReadAsync();

        Assert.Contains("n’est pas acceptée ici", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_one_time_link_sets_a_password_once()
    {
        var link = await AccountCommands.AddOrganiserAsync(app.Services, "cleo@exemple.example", "Réseau de Cléo");
        Dictionary<string, string> fields = new() { ["Password"] = Organisers.Password, ["Again"] = Organisers.Password };
        var browser = app.Visitor();
        var token = await Form.TokenAsync(browser, link.PathAndQuery);

        using var first = await browser.SendFormAsync(link.PathAndQuery, fields);
        using FormUrlEncodedContent again = new(fields.Append(new("__RequestVerificationToken", token)));
        using var second = await browser.PostAsync(link.PathAndQuery, again, Token);

        Assert.Equal("/connexion", first.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Gone, second.StatusCode);
        await app.SignInAsync("cleo@exemple.example");
    }

    [Fact]
    public async Task The_page_of_a_one_time_link_is_kept_by_no_cache_and_told_to_no_site()
    {
        var link = await AccountCommands.AddAdministratorAsync(app.Services, "dan@exemple.example");

        using var page = await app.Visitor().GetAsync(link.PathAndQuery, Token);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task An_account_with_another_stamp_is_out_at_its_next_request()
    {
        await app.AccountAsync("eve@exemple.example");
        var browser = await app.SignInAsync("eve@exemple.example");
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Email == "eve@exemple.example").ExecuteUpdateAsync(s => s.SetProperty(u => u.SecurityStamp, "another"), Token));

        using var answer = await browser.GetAsync("/organisation", Token);

        Assert.Equal("/connexion", answer.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await app.AccountAsync("fay@exemple.example");
        var browser = await app.SignInAsync("fay@exemple.example");

        using var left = await browser.SendFormAsync("/organisation", [], "/deconnexion");
        using var answer = await browser.GetAsync("/organisation", Token);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<string> TryAsync(string email, string password)
    {
        using var answer = await app.Visitor().SendFormAsync("/connexion", new() { ["Email"] = email, ["Password"] = password });
        return await answer.Content.ReadAsStringAsync(Token);
    }

    public sealed class OnSqlite(SqliteHub app) : SignInTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SignInTests(app), IClassFixture<PostgreSqlHub>;
}
