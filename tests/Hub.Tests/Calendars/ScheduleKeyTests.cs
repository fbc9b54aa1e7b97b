using System.Text.RegularExpressions;
using System.Xml.Linq;
using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Calendars;

/// <summary>What must never change once apps have read it, and what two files say at once.</summary>
public sealed partial class ScheduleKeyTests
{
    private static readonly Guid Edition = new("018f0000-0000-7000-8000-000000000001");

    [Fact]
    public void A_person_keeps_the_names_programs_once_read() =>
        Assert.Equal(new ScheduleKey(new("b24f18bf-448e-8fcb-81c0-2e72573785da"), "B8VQK2", 13589498), ScheduleKey.Of(Edition, "person Ada Exémple"));

    [Fact]
    public void The_same_letters_are_the_same_person_and_another_day_has_others()
    {
        Assert.Equal(ScheduleKey.Of(Edition, "Ada Exémple"), ScheduleKey.Of(Edition, "Ada Exe\u0301mple"));
        Assert.NotEqual(ScheduleKey.Of(Edition, "Ada Exémple").Id, ScheduleKey.Of(Guid.Empty, "Ada Exémple").Id);
    }

    [Fact]
    public void Sessions_have_numbers_as_different_as_their_codes()
    {
        const string letters = "BCDFGHJKMNPQRSTVWXZ23456789";
        Session[] sessions = [.. Enumerable.Range(0, 500).Select(_ => new Session(Edition))];

        Assert.All(sessions, session =>
        {
            var key = ScheduleKey.Of(session);
            var rest = key.Number - 1;
            var code = new char[6];
            for (var place = 5; place >= 0; place--)
            {
                (rest, code[place]) = (rest / 27, letters[rest % 27]);
            }

            Assert.Equal((session.Code.ToUpperInvariant(), session.Code.ToUpperInvariant(), session.Id, 0), (new string(code), key.Code, key.Id, rest));
        });
    }

    [Theory]
    [InlineData("ia", "^hub_ia$")]
    [InlineData("journee-2027", "^journee_2027$")]
    [InlineData("journee-numerique-de-la-donnee-cotes-d-armor-2027", "^journee_numerique_de_la_donnee_[0-9a-z]{6}$")]
    [InlineData("journeenumeriquedeladonneeetdescommunes2027", "^journeenumeriquedeladonneeetdesco_[0-9a-z]{6}$")]
    [InlineData("journee-numerique-de-la-donnee-et-des-communes-2027", "^journee_numerique_de_la_donnee_et_[0-9a-z]{6}$")]
    public void An_acronym_is_the_slug_as_the_schemas_allow_it(string slug, string expected)
    {
        var edition = new Edition(Guid.NewGuid(), slug, An.Facts(), An.Times(), 20, An.Now);
        Uri page = new($"https://hub.example/journees/{slug}");

        var schedule = new ScheduleParts(edition, [], [], "Réseau d’exemple", new("https://hub.example"), page, new(edition.Title, "Toutes les salles", kind => $"{kind}")).Build();

        Assert.Matches(expected, schedule.Acronym);
        Assert.InRange(schedule.Acronym.Length, 4, 40);
    }

    [Fact]
    public void Colours_are_those_of_the_style_sheets()
    {
        var css = File.ReadAllText(Repository.File("src/Hub.Web/wwwroot/css/palette.css"));
        var banners = Banner().Matches(css).ToDictionary(m => m.Groups["tone"].Value, m => m.Groups["colour"].Value, StringComparer.OrdinalIgnoreCase);

        Assert.All(Enum.GetValues<Tone>(), tone => Assert.Equal(banners[$"{tone}"], ((Tone?)tone).Colour, ignoreCase: true));
        Assert.Contains($"--brand: light-dark({((Tone?)null).Colour},", File.ReadAllText(Repository.File("src/Hub.Web/wwwroot/css/tokens.css")), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".en")]
    public void Kinds_of_sessions_have_the_names_of_the_pages(string language)
    {
        var (feeds, pages) = (Words($"src/Hub.Web/Calendars/CalendarTexts{language}.resx"), Words($"src/Hub.Web/Events/EventTexts{language}.resx"));
        string[] keys = ["AllRooms", .. Enum.GetNames<SessionKind>().Select(k => $"SessionKind.{k}")];

        Assert.Equal(keys.Select(k => pages[k]), keys.Select(k => feeds[k]));

        static Dictionary<string, string> Words(string file) =>
            XDocument.Load(Repository.File(file)).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);
    }

    [GeneratedRegex("""\[data-palette="(?<tone>\w+)"\] \{ --hero: light-dark\((?<colour>#\w{6})""")]
    private static partial Regex Banner();
}
