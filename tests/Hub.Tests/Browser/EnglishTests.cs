using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Hub.Core.Languages;
using Hub.Core.Territories;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>The English site has no French word but proper names; words nobody translated say that they are French.</summary>
public sealed partial class EnglishTests(Chromium chromium, PublicSite site)
{
    /// <summary>Such as no English sentence, and hardly a French one, does without.</summary>
    private static readonly HashSet<string> French = new(
        """
        le la les un une des du de et ou où à au aux en dans sur pour par avec sans vous votre vos nous notre nos est sont pas ne que qui ce cette ces
        journée journées inscription inscriptions place places billet courriel adresse heure heures aujourd’hui prochaine prochain aucune aucun tous toutes
        rechercher enregistrer envoyer annuler modifier voir retour accueil aide lieu salle région régions thématique collectivité
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>English has them too.</summary>
    private static readonly HashSet<string> Both = new(["place", "places", "sur", "par", "en", "de", "la"], StringComparer.OrdinalIgnoreCase);

    private static readonly HtmlParser Parser = new();

    /// <summary>Proper names: of places and bodies, of days, sessions, rooms and venues.</summary>
    private static readonly string[] Names =
    [
        .. Programme.Titles, "Accueil café", "Plénière d’ouverture", "Déjeuner sur place", "Remise du label", "Six solutions, six minutes", "Clôture",
        "Journée numérique de Bretagne", "Journée complète", "Journée de La Réunion", "Journée reportée", "Journée annulée", "Journée passée",
        "Salle 1", "Salle 2", "Salle 3", "Salle 4", "Palais des congrès", "1 place du Port",
        .. Region.All.Select(r => r.Name), "Réseau d’exemple", "Agglomération d’exemple", "Commune d’exemple", "Défenseur des droits", "Licence Ouverte", "La Poste", "Source Sans 3", "Découpage administratif",
    ];

    [Fact]
    public async Task Every_english_page_speaks_english()
    {
        var visitor = await chromium.OpenAsync(await site.OpenAsync());
        var found = await ReadAsync(visitor, site.Pages.Where(p => !p.StartsWith("/en", StringComparison.Ordinal)));
        await visitor.SignInAsync(site.Administrator);
        found = found.Concat(await ReadAsync(visitor, site.Desk));

        Assert.True(!found.Any(), string.Join('\n', found));
    }

    private static async Task<IEnumerable<string>> ReadAsync(IPage browser, IEnumerable<string> addresses)
    {
        List<string> found = [];
        foreach (var address in addresses)
        {
            using var page = Parser.ParseDocument(await browser.ReadAsync($"/en{address}"));
            found.AddRange(FrenchWords(page).Select(word => $"/en{address}: {word}"));
        }

        return found;
    }

    private static IEnumerable<string> FrenchWords(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("[lang=fr], script, code, textarea, .avatar, .ticket__code").Where(e => e != page.DocumentElement).ToList())
        {
            element.Remove();
        }

        var said = page.All.SelectMany(e => e.Attributes.Where(a => a.Name is "aria-label" or "alt" or "title" or "placeholder").Select(a => a.Value)).Append(page.Body!.TextContent);
        var text = Names.SelectMany(name => new[] { name, Typography.French(name) }).Aggregate(Address().Replace(string.Join('\n', said), ""), (words, name) => words.Replace(name, "", StringComparison.Ordinal));
        return Word().Matches(text).Select(m => m.Value).Where(w => French.Contains(w) && !Both.Contains(w)).Distinct();
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();

    /// <summary>Not the letters between two digits of an identifier: 4ce7 says nothing in French.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d’])[\p{L}’]+(?![\p{L}\d’])")]
    private static partial Regex Word();
}
