using System.Net;
using System.Text.Json;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>The same words in the address filter every form of the agenda.</summary>
public abstract class AgendaFilterTests(HubApp app)
{
    private readonly Organisation organisation = An.Organisation();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("region=01", "Île")]
    [InlineData("format=remote", "Écran")]
    [InlineData("format=on-site&texte=", "Île", "Port")]
    [InlineData("texte=ILE", "Île")]
    [InlineData("texte=%C3%A9cran+soir", "Écran")]
    [InlineData("texte=soir+port", "Port", "Île")]
    [InlineData("texte=guadeloupe", "Île")]
    [InlineData("texte=100%25")]
    [InlineData("region=53&format=remote&utm_source=lettre", "Écran")]
    [InlineData("theme=inclusion", "Île")]
    [InlineData("theme=&periode=", "Île", "Écran", "Port")]
    [InlineData("periode=2027-05", "Île")]
    [InlineData("periode=2027-04")]
    [InlineData("periode=2027&theme=data", "Écran", "Port")]
    [InlineData("periode=ce-mois-ci", "Port")]
    [InlineData("periode=mois-prochain", "Écran", "Port")]
    public async Task Only_what_is_asked_for_is_there(string query, params string[] expected)
    {
        await app.SaveAsync(
            organisation,
            // Begins on 1 May there, while Paris still sleeps through April.
            An.Edition(organisation, facts: An.Facts("Île du soir") with { RegionCode = "01", ThemeCode = Theme.Inclusion }, times: An.Times(new(2027, 5, 1, 0, 30, 0), zone: "Pacific/Noumea")),
            An.Edition(organisation, facts: An.Facts("Écran du soir", EditionFormat.Remote), times: An.Times(new(2027, 2, 28, 9, 0, 0))),
            An.Edition(organisation, facts: An.Facts("Port du soir"), times: An.Times(new(2027, 1, 31, 20, 0, 0), hours: 8)));
        query = $"{query}&organisation={organisation.Id}";

        var json = JsonDocument.Parse(await app.Visitor().GetByteArrayAsync($"/agenda.json?{query}", Ct));
        var calendar = await app.Visitor().GetStringAsync($"/agenda.ics?{query}", Ct);
        var atom = await app.Visitor().GetStringAsync($"/agenda.atom?{query}", Ct);

        Assert.Equal(expected.Order(StringComparer.Ordinal), json.RootElement.GetProperty("days").EnumerateArray().Select(d => d.GetProperty("title").GetString()!.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Length, calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.Equal(expected.Length, atom.Split("<entry>").Length - 1);
        Assert.All(expected, title => Assert.Contains(title, calendar + atom, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("region=99", "region")]
    [InlineData("region=53&region=01", "region")]
    [InlineData("format=mixte", "format")]
    [InlineData("organisation=nous", "organisation")]
    [InlineData("theme=jardinage", "theme")]
    [InlineData("periode=2027-13", "periode")]
    [InlineData("periode=0001-01", "periode")]
    [InlineData("periode=9999", "periode")]
    [InlineData("periode=hier", "periode")]
    [InlineData("texte=%00", "texte")]
    public async Task What_nobody_can_make_sense_of_is_refused_and_named(string query, string parameter)
    {
        foreach (var address in new[] { "/agenda.ics", "/agenda.json", "/agenda.atom", "/en/agenda.ics" })
        {
            using var answer = await app.Visitor().GetAsync($"{address}?{query}", Ct);

            Assert.Equal((HttpStatusCode.BadRequest, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains(parameter, await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_text_has_a_longest_length()
    {
        using var answer = await app.Visitor().GetAsync($"/agenda.ics?texte={new string('a', AgendaFilter.TextLength + 1)}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public void A_filter_is_written_as_it_is_read()
    {
        AgendaWords words = new("53", Theme.Inclusion, "hybrid", null, "mois-prochain", " l’été & la mer ");

        Assert.True(AgendaFilter.TryRead(words, new(2027, 12, 31), [Theme.Data, Theme.Inclusion], out var filter, out _));

        Assert.Equal((new DateTime(2028, 1, 1), new DateTime(2028, 2, 1)), (filter.Period!.From, filter.Period.Until));
        Assert.Equal("?region=53&theme=inclusion&format=hybrid&periode=mois-prochain&texte=l%E2%80%99%C3%A9t%C3%A9%20%26%20la%20mer", filter.ToQuery());
        Assert.Equal("", AgendaFilter.None.ToQuery());
    }

    public sealed class OnSqlite(SqliteHub app) : AgendaFilterTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AgendaFilterTests(app), IClassFixture<PostgreSqlHub>;
}
