using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Events;
using Hub.Tests.Notifications;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Security;

/// <content>Line 51: what people type is text wherever it is shown.</content>
public sealed partial class RequestsTests
{
    private static readonly HtmlParser Html = new();

    private static readonly string[] Schemes = ["javascript:", "data:text", "vbscript:", "//evil"];

    public static TheoryData<string> Attacks =>
    [
        "<script>pwned()</script><b data-pwned>x</b>",
        "\"><img src=x onerror=pwned() data-pwned>",
        "' onmouseover='pwned()' data-pwned='",
        "\" autofocus onfocus=\"pwned()\" data-pwned=\"",
        "</title></textarea></script><script data-pwned>pwned()</script>",
        "--><svg onload=pwned() data-pwned>",
        "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml' data-pwned='1'>pwned()</x:script>",
        "javascript:pwned()//<a href=javascript:pwned() data-pwned>x</a>",
        "[x](javascript:pwned()) ![x](x\" onerror=\"pwned()) <https://x.example/\" data-pwned=\"> [y](data:text/html,x)",
        "<style data-pwned>@import '//evil.example'</style><base href=//evil.example data-pwned><meta http-equiv=refresh content='0;url=//evil.example' data-pwned>",
        "<iframe srcdoc='<script>pwned()</script>' data-pwned></iframe><form action=//evil.example data-pwned><button>x</button></form>",
        "&lt;script data-pwned&gt;pwned()&lt;/script&gt; {{7*7}} ${pwned()} @(7*7)",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Line_51_what_people_type_runs_nowhere(string attack)
    {
        var (organisation, mark) = (new Organisation($"{attack} {Guid.NewGuid():N}"), $"{Guid.NewGuid():N}");
        var facts = new EditionFacts(attack, attack, Theme.Data, "53", attack, EditionFormat.Hybrid, attack, attack, attack, $"https://visio.example/{attack}", attack, "contact@exemple.example") { EnglishTitle = attack, EnglishTagline = attack, EnglishDescription = attack };
        var edition = An.Edition(organisation, facts: facts);
        edition.Arrange(edition.Settings with { SenderName = "Réseau" });
        Room room = new(edition.Id, attack, 10, 0);
        var session = ADay.Session(edition, attack, 1, room, speakers: $"{attack}, {attack}\n{attack}");
        (session.Abstract, session.EnglishTitle, session.EnglishAbstract) = (attack, attack, attack);
        await app.SaveAsync(organisation, edition, room, session);
        var attendee = new Attendee(attack, attack, $"{mark}@mairie.example", attack, attack, attack, true, true);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, attendee, "fr", Token));
        var account = await app.AccountAsync($"{mark}@hub.example");
        await app.DoAsync<HubDbContext>(db => db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.IsAdministrator, true), Token));
        using var administrator = await app.SignInAsync(account.Email!);
        using var asked = await app.Visitor().PostAsync("/contact", new Dictionary<string, string> { ["Input.Name"] = attack, ["Input.Email"] = "ada@mairie.example", ["Input.Text"] = attack });

        var mails = await app.MailsToAsync(attendee.Email);
        Assert.All(mails.Concat(await app.MailsToAsync(account.Email!)), AssertHarmless);
        var (day, desk, mine, echo) = ($"/journees/{edition.Slug}", $"/organisation/journees/{edition.Id}", mails[0].Link(), Uri.EscapeDataString(attack));
        string[] pages =
        [
            "/", "/agenda", "/agenda?vue=mois&periode=2027-03", "/agenda?vue=carte", day, $"/en{day}", $"{day}/seances/{session.Code}", $"/en{day}/seances/{session.Code}", $"{day}/interventions", $"{day}/favoris",
            $"{day}/inscription", mine, $"{mine}/corriger", $"{mine}/annuler", $"{mine}/ceder", "/regions/bretagne", "/plan-du-site",
            desk, $"{desk}/modifier", $"{desk}/reglages", $"{desk}/programme", $"{desk}/programme/session/{session.Id}", $"{desk}/programme/session/{session.Id}/retirer", $"{desk}/inscriptions", $"{desk}/accueil", $"{desk}/places", $"{desk}/annuler", $"{desk}/reporter", $"{desk}/dupliquer",
            "/organisation", "/organisation/equipe", "/organisation/journal", "/compte/donnees", "/administration/registre", "/administration/organisations", "/administration/courriels", $"/administration/comptes?q={echo}",
            $"/recherche?texte={echo}&dans={echo}", $"/territoires?texte={echo}", $"/agenda?texte={echo}", $"/agenda?region={echo}&theme={echo}&vue={echo}", $"/organisation/journal?qui={echo}&geste={echo}", $"{desk}/inscriptions?q={echo}",
            $"/connexion/preuve?ReturnUrl={echo}", $"/inscriptions/retrouver?sent={echo}", $"/nulle-part/{echo}", $"/{echo}", $"{day}?type={echo}", $"{day}/inscription/recue?list={echo}", $"/compte/mot-de-passe?compte={echo}&jeton={echo}",
        ];
        foreach (var page in pages)
        {
            using var answer = await administrator.GetAsync(page, Token);
            Assert.True((int)answer.StatusCode is 200 or 404 or 410, $"{page} answers {(int)answer.StatusCode}");
            using var document = await answer.ReadAsync();
            AssertHarmless(document, page);
        }

        using var again = await app.Visitor().PostAsync($"{day}/inscription", Form.Of(attendee), $"{day}/inscription?handler=Check");
        AssertHarmless(await again.ReadAsync(), "the answers read through");
        await AssertFeedsAsync(day);
    }

    private static void AssertHarmless(ReadMail mail)
    {
        AssertHarmless(Html.ParseDocument(mail.Body.Types.Contains("text/html", StringComparer.Ordinal) ? PartOf(mail.Body) : ""), "a mail");

        static string PartOf(ReadMail.Part part) => part.Type == "text/html" ? part.Content ?? "" : string.Concat((part.Parts ?? []).Select(PartOf));
    }

    private static void AssertHarmless(IHtmlDocument page, string where)
    {
        Assert.True(page.QuerySelector("[data-pwned]") is null, $"{where} has an element that somebody typed: {page.QuerySelector("[data-pwned]")?.OuterHtml}");
        Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        var addresses = page.All.SelectMany(e => e.Attributes).Where(a => a.Name is "href" or "src" or "action" or "formaction" or "xlink:href" or "srcset").Select(a => a.Value.Trim());
        Assert.DoesNotContain(addresses, a => Schemes.Any(scheme => a.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(page.QuerySelectorAll("iframe, object, embed, base, img[src=x]"));
        foreach (var script in page.Scripts.Where(s => s.TextContent.Length > 0))
        {
            Assert.Equal("application/ld+json", script.GetAttribute("type"));
            using var _ = JsonDocument.Parse(script.TextContent);
        }
    }

    /// <summary>A reader of feeds shows what says it is HTML as HTML.</summary>
    private async Task AssertFeedsAsync(string day)
    {
        using var visitor = app.Visitor();
        var atom = XDocument.Parse(await visitor.GetStringAsync("/agenda.atom", Token));
        foreach (var text in atom.Descendants().Where(e => e.Attribute("type")?.Value is "html"))
        {
            AssertHarmless(Html.ParseDocument(text.Value), "the Atom feed");
        }

        Assert.DoesNotContain(atom.Descendants(), e => e.Name.LocalName is "script" or "svg" or "img");
        using var _ = JsonDocument.Parse(await visitor.GetStringAsync("/agenda.json", Token));
        foreach (var feed in new[] { "/agenda.ics", $"{day}.ics", $"{day}/programme.ics" })
        {
            var calendar = await visitor.GetStringAsync(feed, Token);
            Assert.DoesNotContain(calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"), line => line.StartsWith('<') || line.StartsWith("X-ALT-DESC", StringComparison.Ordinal));
        }
    }
}
