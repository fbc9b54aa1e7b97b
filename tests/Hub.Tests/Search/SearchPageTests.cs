using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Support;

namespace Hub.Tests.Search;

public abstract class SearchPageTests(HubApp app) : IAsyncLifetime
{
    private static readonly Guid Once = Guid.NewGuid();

    private readonly string word = $"Éphémère{Once:N}"[..20];

    public async ValueTask InitializeAsync()
    {
        if (await app.ReadAsync(db => Task.FromResult(db.Organisations.Any())))
        {
            return;
        }

        var organisation = An.Organisation($"Réseau {word}");
        var edition = An.Edition(organisation, facts: An.Facts($"Journée {word}"));
        var draft = An.Draft(organisation, facts: An.Facts($"Brouillon {word}"));
        await app.SaveAsync(organisation, edition, draft, Session(edition, "Lire ses données"), Session(draft, "Session cachée"));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task Days_sessions_and_organisations_are_found_whatever_the_accents(string language)
    {
        var typed = word.ToLowerInvariant().Replace('é', 'e').Replace('è', 'e');

        using var page = await app.Visitor().ReadAsync($"{language}/recherche?texte={typed}");

        var found = page.QuerySelectorAll(".findings a").Select(a => a.TextContent).ToList();
        Assert.Contains($"Journée {word}", found);
        Assert.Contains("Lire ses données", found);
        Assert.Contains(found, f => f.StartsWith($"Réseau {word}", StringComparison.Ordinal));
        Assert.DoesNotContain(found, f => f.Contains("Brouillon", StringComparison.Ordinal) || f.Contains("cachée", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".findings a"), a => Assert.StartsWith(language + "/", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zzzz", "Aucun résultat pour «\u00A0zzzz\u00A0»")]
    [InlineData("%0B", "Que cherchez-vous")]
    [InlineData("", "Que cherchez-vous")]
    [InlineData("%25", "Aucun résultat")]
    [InlineData("_", "Aucun résultat")]
    public async Task What_finds_nothing_says_so(string typed, string words)
    {
        using var page = await app.Visitor().ReadAsync($"/recherche?texte={typed}");

        Assert.Contains(words, page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".findings a"));
    }

    [Fact]
    public async Task Text_longer_than_anybody_searches_for_is_kept_and_refused_kindly()
    {
        using var page = await app.Visitor().ReadAsync($"/recherche?texte={new string('a', 101)}");

        Assert.Contains("100 caractères au plus", page.Words(), StringComparison.Ordinal);
        Assert.Equal(101, page.QuerySelector("#texte")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task One_shelf_is_paged()
    {
        var organisation = An.Organisation();
        await app.SaveAsync([organisation, .. Enumerable.Range(1, 21).Select(n => An.Edition(organisation, facts: An.Facts($"Cherchable numéro {n}")))]);

        using var glance = await app.Visitor().ReadAsync("/recherche?texte=cherchable");
        using var last = await app.Visitor().ReadAsync("/recherche?texte=cherchable&dans=journees&page=2");

        Assert.Equal(5, glance.QuerySelectorAll(".findings li").Length);
        Assert.Contains("Les 21 journées", glance.Words(), StringComparison.Ordinal);
        Assert.Single(last.QuerySelectorAll(".findings li"));
    }

    private static Session Session(Edition edition, string title)
    {
        Session session = new(edition.Id);
        session.Revise(new(SessionKind.Workshop, title, null, edition.LocalStart, 45, $"Ada {$"Éphémère{Once:N}"[..20]}\nUne autre", null), edition, An.Now);
        return session;
    }

    public sealed class OnSqlite(SqliteHub app) : SearchPageTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SearchPageTests(app), IClassFixture<PostgreSqlHub>;
}
