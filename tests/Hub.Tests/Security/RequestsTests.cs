using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Security;

/// <summary>Lines 41 to 55 of docs/security.md that no other test proves.</summary>
public sealed partial class RequestsTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_45_the_last_step_sent_first_leads_nowhere()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity: 1);
        await app.SaveAsync(organisation, edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("ada"), "fr", Token));
        var waiting = An.Attendee(email: $"{Guid.NewGuid():N}@mairie.example");
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, waiting, "fr", Token));
        var mine = Assert.Single(await app.MailsToAsync(waiting.Email)).Link();
        using var visitor = app.Visitor();

        using var empty = await visitor.SendFormAsync($"/journees/{edition.Slug}/inscription", []);
        using var code = await visitor.SendFormAsync("/connexion", new() { ["Code"] = "000000" }, "/connexion/code");
        using var password = await visitor.SendFormAsync("/connexion", new() { ["Password"] = Organisers.Password, ["Again"] = Organisers.Password }, "/compte/mot-de-passe");
        using var address = await visitor.SendFormAsync("/connexion", [], "/compte/adresse/confirmer");
        using var accepted = await visitor.SendFormAsync(mine, [], $"{mine}?handler=Accept");
        using var taken = await visitor.SendFormAsync(mine, [], $"{mine}?handler=TakeFreeSeat");

        Assert.Equal((HttpStatusCode.OK, "/connexion"), (empty.StatusCode, code.Headers.Location?.ToString()));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (password.StatusCode, address.StatusCode));
        var states = await app.ReadAsync(db => db.Registrations.AsNoTracking().For(edition.Id).Select(r => r.State).ToListAsync(Token));
        Assert.Equal([RegistrationState.Waiting, RegistrationState.Confirmed], states.Order());
    }

    [Fact]
    public async Task Line_48_a_flood_of_forms_waits_while_pages_and_files_are_served()
    {
        await using SqliteHub hub = new();
        using var visitor = hub.Visitor();
        HttpResponseMessage? refused = null;
        for (var sent = 0; sent <= 300 && refused is null; sent++)
        {
            using FormUrlEncodedContent form = new([]);
            var answer = await visitor.PostAsync("/connexion", form, Token);
            refused = answer.StatusCode is HttpStatusCode.TooManyRequests ? answer : null;
            Assert.True(sent == 300 == refused is not null, $"{sent}");
        }

        await AssertWaitsAsync(refused!);
        foreach (var address in new[] { "/", "/agenda", "/connexion", "/css/base.css", "/agenda.ics", "/healthz" })
        {
            using var open = await visitor.GetAsync(address, Token);
            Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        }
    }

    [Fact]
    public async Task Line_48_a_flood_of_searches_waits_while_other_pages_are_served()
    {
        await using SqliteHub hub = new();
        using var visitor = hub.Visitor();
        for (var asked = 0; asked < 120; asked++)
        {
            using var answer = await visitor.GetAsync(asked % 2 == 0 ? $"/recherche?texte=a{asked}" : $"/en/territoires?texte=a{asked}", Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        foreach (var address in new[] { "/recherche?texte=un", "/territoires?texte=un" })
        {
            using var refused = await visitor.GetAsync(address, Token);
            await AssertWaitsAsync(refused);
        }

        using var agenda = await visitor.GetAsync("/agenda", Token);
        Assert.Equal(HttpStatusCode.OK, agenda.StatusCode);
    }

    [Theory]
    [InlineData(true, "/contact")]
    [InlineData(false, "/contact")]
    [InlineData(true, "/apparence")]
    [InlineData(false, "/apparence")]
    [InlineData(true, "/connexion/options")]
    public async Task Line_48_a_body_larger_than_any_form_is_refused_with_a_page(bool saysLength, string address)
    {
        await using SqliteHub hub = new();
        using HttpClient visitor = new() { BaseAddress = hub.Listen() };
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes($"a={new string('x', RequestSize.Most)}")) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = !saysLength;

        using var answer = await visitor.SendAsync(request, Token);
        using var page = await answer.ReadAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("Cet envoi est trop lourd", page.Words("h1"));
        Assert.DoesNotContain("Exception", page.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agenda?texte=a&texte=b&region=53&region=76&theme=data&theme=data&p=1&p=2&vue=mois&vue=carte&periode=2027-03&periode=x")]
    [InlineData("/agenda?texte[]=a&texte[0]=b&region[a]=53&vue[]=mois")]
    [InlineData("/recherche?texte=a&texte=b&dans=journees&dans=x&page=1&page=2")]
    [InlineData("/territoires?texte=a&texte=b")]
    [InlineData("/territoires.json?texte=a&texte=b")]
    [InlineData("/agenda.ics?region=53&region=76&organisation=a&organisation=b")]
    [InlineData("/agenda.json?page=1&page=2&texte=a&texte=b")]
    [InlineData("/connexion?ReturnUrl=/a&ReturnUrl=/b")]
    [InlineData("/compte/mot-de-passe?compte=1&compte=2&jeton=a&jeton=b")]
    [InlineData("/inscriptions/retrouver?sent=liens&sent=nouveau&handler=a&handler=b")]
    [InlineData("/compte/adresse/confirmer?jeton=a&jeton=b&cote[]=x")]
    public async Task Line_49_a_name_said_twice_or_as_a_list_breaks_nothing(string address)
    {
        using var answer = await app.Visitor().GetAsync(address, Token);

        Assert.InRange((int)answer.StatusCode, 200, 410);
    }

    [Fact]
    public async Task Line_49_a_form_that_answers_each_question_twice_breaks_nothing()
    {
        await using PublicSite own = new();
        using var administrator = await own.AdministerAsync();

        List<string> broken = [];
        foreach (var form in await FormsAsync(administrator, own.Desk.Concat(own.Pages)))
        {
            // Two acts in one instant would be one promise of a mail.
            own.App.Clock.Now += TimeSpan.FromMilliseconds(1);
            using var twice = await form.SendAsync(administrator, form.Token, form.Fields.Select(f => new KeyValuePair<string, string>(f.Key, "x")));
            own.App.Clock.Now += TimeSpan.FromMilliseconds(1);
            using var list = await form.SendAsync(administrator, form.Token, form.Fields.SelectMany(f => new KeyValuePair<string, string>[] { new($"{f.Key}[]", "x"), new($"{f.Key}[0]", "x"), new($"{f.Key}.Id", "x") }));
            broken.AddRange(from answer in new[] { twice, list } where (int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.TooManyRequests select $"{form.Action} {answer.StatusCode}");
        }

        Assert.Empty(broken);
    }

    /// <summary>Each form once, whatever pages it stands on; those that end the session aside.</summary>
    private static async Task<IReadOnlyList<PageForm>> FormsAsync(HttpClient browser, IEnumerable<string> pages)
    {
        List<PageForm> all = [];
        foreach (var page in pages)
        {
            all.AddRange(await PageForm.OnAsync(browser, page));
        }

        Assert.True(all.Count > 50);
        return [.. all.Where(f => !f.Action.EndsWith("/deconnexion", StringComparison.Ordinal)).DistinctBy(f => f.Action)];
    }

    private static async Task AssertWaitsAsync(HttpResponseMessage refused)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        using var page = await refused.ReadAsync();
        Assert.Contains("Attendez une minute", page.Words(), StringComparison.Ordinal);
    }
}
