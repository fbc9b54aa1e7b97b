using System.Net;
using System.Text.Json;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;

namespace Hub.Tests.OpenData;

/// <summary>The promises of docs/open-data.md.</summary>
public abstract class AgendaJsonTests(HubApp app)
{
    private readonly Organisation organisation = An.Organisation("Réseau <d’exemple>");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_says_in_stable_words_what_it_is()
    {
        var edition = An.Edition(organisation, 2, An.Facts(format: EditionFormat.Hybrid), An.Times(new(2027, 3, 18, 9, 0, 0), zone: "Indian/Reunion"));
        await app.SaveAsync(organisation, edition);
        await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(), "fr", Ct));

        var day = Assert.Single((await ReadAsync($"?organisation={organisation.Id}")).GetProperty("days").EnumerateArray());

        Assert.Equal(
            $$"""
            {
              "id": "{{edition.Id}}",
              "uid": "edition-{{edition.Id:N}}@hub.example",
              "url": "https://hub.example/journees/{{edition.Slug}}",
              "calendar": "https://hub.example/journees/{{edition.Slug}}.ics",
              "title": "Journée numérique de Bretagne",
              "tagline": "La donnée au service des communes",
              "theme": "data",
              "format": "hybrid",
              "region": { "code": "53", "name": "Bretagne" },
              "host": "Agglomération d’exemple",
              "organisation": { "id": "{{organisation.Id}}", "name": "{{organisation.Name.Replace("<", @"\u003C", StringComparison.Ordinal).Replace(">", @"\u003E", StringComparison.Ordinal)}}" },
              "venue": { "name": "Palais des congrès", "address": "1 place du Port, Vannes" },
              "timeZone": "Indian/Reunion",
              "startsAt": "2027-03-18T05:00:00Z",
              "endsAt": "2027-03-18T13:00:00Z",
              "localStart": "2027-03-18T09:00",
              "localEnd": "2027-03-18T17:00",
              "state": "announced",
              "reason": null,
              "registration": { "state": "open", "opensAt": null, "closesAt": null, "capacity": 2, "seatsLeft": 1 },
              "sequence": 0,
              "updatedAt": "2027-01-04T09:00:00Z"
            }
            """.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal).Replace("{ ", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal)
                .Replace("\": ", "\":", StringComparison.Ordinal).Replace(", \"", ",\"", StringComparison.Ordinal),
            day.GetRawText());
    }

    [Fact]
    public async Task It_names_its_licence_and_any_site_may_read_it()
    {
        using var answer = await app.Visitor().GetAsync("/en/agenda.json", Ct);

        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.True(answer.Headers.CacheControl?.Public);
        var agenda = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
        Assert.Equal(("etalab-2.0", "en"), (agenda.GetProperty("licence").GetProperty("id").GetString(), agenda.GetProperty("language").GetString()));

        using HttpRequestMessage again = new(HttpMethod.Get, "/en/agenda.json");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var second = await app.Visitor().SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Pages_follow_one_another_by_their_own_links_and_hold_each_day_once()
    {
        Edition[] days = [.. Enumerable.Range(0, 230).Select(n => An.Edition(organisation, times: An.Times(new DateTime(2027, 2, 1, 9, 0, 0).AddDays(n / 3))))];
        await app.SaveAsync([organisation, An.Draft(organisation), .. days]);

        List<Guid> read = [];
        string? next = $"/agenda.json?organisation={organisation.Id}&format=on-site";
        List<int> sizes = [];
        while (next is not null && sizes.Count < 5)
        {
            var page = JsonDocument.Parse(await app.Visitor().GetStringAsync(next, Ct)).RootElement;
            Assert.Equal((230, sizes.Count + 1), (page.GetProperty("count").GetInt32(), page.GetProperty("page").GetInt32()));
            read.AddRange(page.GetProperty("days").EnumerateArray().Select(d => d.GetProperty("id").GetGuid()));
            sizes.Add(page.GetProperty("days").GetArrayLength());
            next = page.GetProperty("next").GetString()?["https://hub.example".Length..];
        }

        Assert.Equal([100, 100, 30], sizes);
        Assert.Equal(days.Select(d => d.Id).Order(), read.Order());
    }

    [Fact]
    public async Task Days_that_are_over_are_asked_for_by_themselves_and_fallen_days_say_why()
    {
        var past = An.Edition(organisation, times: An.Times(new(2026, 11, 12, 9, 0, 0)));
        var cancelled = An.Edition(organisation, facts: An.Facts(format: EditionFormat.Remote));
        cancelled.Cancel("Neige", An.Now);
        await app.SaveAsync(organisation, past, cancelled);

        var ahead = Assert.Single((await ReadAsync($"?organisation={organisation.Id}")).GetProperty("days").EnumerateArray());
        var over = Assert.Single((await ReadAsync($"?organisation={organisation.Id}&passees=1")).GetProperty("days").EnumerateArray());

        Assert.Equal(("cancelled", "Neige", JsonValueKind.Null), (ahead.GetProperty("state").GetString(), ahead.GetProperty("reason").GetString(), ahead.GetProperty("venue").ValueKind));
        Assert.DoesNotContain("visio", ahead.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("contact@", ahead.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((past.Id, "closed"), (over.GetProperty("id").GetGuid(), over.GetProperty("registration").GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("deux")]
    [InlineData("99999999999")]
    public async Task A_page_that_is_no_number_is_refused(string page)
    {
        using var answer = await app.Visitor().GetAsync($"/agenda.json?page={page}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<JsonElement> ReadAsync(string query) => JsonDocument.Parse(await app.Visitor().GetStringAsync($"/agenda.json{query}", Ct)).RootElement;

    public sealed class OnSqlite(SqliteHub app) : AgendaJsonTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AgendaJsonTests(app), IClassFixture<PostgreSqlHub>;
}
