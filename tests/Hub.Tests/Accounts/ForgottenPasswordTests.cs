using System.Net;
using Hub.Tests.Notifications;
using Hub.Tests.Support;

namespace Hub.Tests.Accounts;

public abstract class ForgottenPasswordTests(HubApp app)
{
    private const string Page = "/compte/oubli";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_password_is_replaced_by_a_mailed_link_that_works_once_and_signs_nobody_in()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        using var browser = app.Visitor();

        using var asked = await browser.SendFormAsync(Page, new() { ["Email"] = account.Email!.ToUpperInvariant() });
        var link = LinkIn((await app.MailsToAsync(account.Email!)).Single());
        Dictionary<string, string> chosen = new() { ["Password"] = "velo orange en pente douce", ["Again"] = "velo orange en pente douce" };
        using var set = await browser.SendFormAsync(link, chosen);

        Assert.Equal("/connexion", set.Headers.Location?.ToString());
        using var again = await browser.GetAsync(link, Token);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        using var desk = await browser.GetAsync("/organisation", Token);
        Assert.Equal(HttpStatusCode.Redirect, desk.StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail_and_a_second_request_no_second_one()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        var stranger = $"{Guid.NewGuid():N}@exemple.example";

        var (known, unknown) = (await AnswerAsync(account.Email!), await AnswerAsync(stranger));
        await AnswerAsync(account.Email!);

        Assert.Equal(known, unknown);
        Assert.Empty(await app.MailsToAsync(stranger));
        Assert.Single(await app.MailsToAsync(account.Email!));
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        await AnswerAsync(account.Email!);
        await app.SendMailsAsync();
        app.Clock.Now += TimeSpan.FromMinutes(11);
        await AnswerAsync(account.Email!);
        var links = (await app.MailsToAsync(account.Email!)).Select(LinkIn).ToList();

        HttpStatusCode[] answers = [.. await Task.WhenAll(links.Select(async link => (await app.Visitor().GetAsync(link, Token)).StatusCode))];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Gone], answers.Order());
    }

    [Fact]
    public async Task An_easy_password_is_refused_in_words()
    {
        var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
        using var browser = await app.SignInAsync(account.Email!);

        using var answer = await browser.SendFormAsync("/compte/changer-mot-de-passe", new() { ["Current"] = Organisers.Password, ["Password"] = "Azertyuiop123!", ["Again"] = "Azertyuiop123!" });
        using var page = await answer.ReadAsync();

        Assert.Contains("Ce mot de passe se devine", page.Words(), StringComparison.Ordinal);
    }

    private static string LinkIn(ReadMail mail) =>
        mail.Text().Split((char[]?)null).First(w => w.StartsWith("https://hub.example/compte/", StringComparison.Ordinal))["https://hub.example".Length..];

    private async Task<string> AnswerAsync(string email)
    {
        using var browser = app.Visitor();
        using var answer = await browser.SendFormAsync(Page, new() { ["Email"] = email });
        using var page = await browser.ReadAsync(answer.Headers.Location!.ToString());
        return $"{answer.StatusCode} {page.Words()}";
    }

    public sealed class OnSqlite(SqliteHub app) : ForgottenPasswordTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : ForgottenPasswordTests(app), IClassFixture<PostgreSqlHub>;
}
