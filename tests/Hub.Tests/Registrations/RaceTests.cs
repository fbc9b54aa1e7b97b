using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Registrations;

/// <summary>Sixty people for twenty seats in one instant, over real sockets.</summary>
public sealed class RaceTests(PostgreSqlServer server)
{
    private const int Seats = 20;
    private const int People = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task The_burst_catches_a_desk_that_counts_and_then_inserts(string provider)
    {
        await using var app = App(provider);
        app.IsSound = false;
        var origin = app.Listen();
        var edition = await EditionAsync(app);

        await Burst.PostAsync(origin, "", Enumerable.Range(0, People).Select(n => ($"/naive/{edition.Id}", $"name=p{n}")), Ct);

        Assert.Equal(People, await app.ReadAsync(db => db.Registrations.For(edition.Id).CountAsync(r => r.State == RegistrationState.Confirmed)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Sixty_people_for_twenty_seats_are_twenty_seated_and_forty_in_order(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var edition = await EditionAsync(app);
        var page = $"/journees/{edition.Slug}/inscription";
        using HttpClient client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = origin };
        using var form = await client.GetAsync(page, Ct);
        var cookie = form.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = await TokenOf(form);

        var answers = await Burst.PostAsync(origin, cookie, await Task.WhenAll(Enumerable.Range(0, People).Select(async n => (page, await BodyAsync($"p{n}", token)))), Ct);

        Assert.All(answers, status => Assert.Equal(StatusCodes.Status302Found, status));
        var registrations = await app.ReadAsync(db => db.Registrations.For(edition.Id).AsNoTracking().ToListAsync());
        Assert.Equal(Seats, registrations.Count(r => r.State is RegistrationState.Confirmed));
        var waiting = registrations.Where(r => r.State is RegistrationState.Waiting).ToList();
        var ranks = new List<int?>();
        foreach (var registration in waiting)
        {
            ranks.Add(await app.ReadAsync(db => db.RankAsync(registration, Ct)));
        }

        Assert.Equal(Enumerable.Range(1, People - Seats).Select(n => (int?)n), ranks.Order());
        Assert.Equal(Seats, await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync()));
        Assert.Equal(People, (await app.SendMailsAsync()).Count);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task The_same_form_sent_ten_times_at_once_is_one_registration(string provider)
    {
        await using var app = App(provider);
        await app.SaveAsync();
        var edition = await EditionAsync(app);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, An.Attendee(), "fr", Ct))));

        Assert.Equal(1, await app.ReadAsync(db => db.Registrations.For(edition.Id).CountAsync()));
        Assert.Equal(1, await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync()));
        Assert.Single(await app.SendMailsAsync());
    }

    private HubApp App(string provider) => provider == "Sqlite"
        ? new SqliteHub { Additions = services => services.AddTransient<IStartupFilter, NaiveDesk>() }
        : new PostgreSqlHub(server) { Additions = services => services.AddTransient<IStartupFilter, NaiveDesk>() };

    private static async Task<Edition> EditionAsync(HubApp app)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, Seats);
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    private static async Task<string> TokenOf(HttpResponseMessage page)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync(Ct));
        return document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    private static async Task<string> BodyAsync(string name, string token)
    {
        using FormUrlEncodedContent body = new(Form.Of(An.Attendee(name)).Append(new("__RequestVerificationToken", token)));
        return await body.ReadAsStringAsync(Ct);
    }

    /// <summary>What everybody writes first: count, compare, insert.</summary>
    private sealed class NaiveDesk : IStartupFilter
    {
        private readonly Meeting meeting = new(People);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/naive", naive => naive.Run(RegisterAsync));
            next(app);
        };

        private async Task RegisterAsync(HttpContext http)
        {
            var id = Guid.Parse(http.Request.Path.Value!.Trim('/'));
            var form = await http.Request.ReadFormAsync();
            var db = http.RequestServices.GetRequiredService<HubDbContext>();
            var capacity = await db.Editions.Where(e => e.Id == id).Select(e => e.Capacity).SingleAsync();
            Registration registration = new(id, An.Attendee(form["name"].ToString()), "fr", An.Now);
            registration.Attach(http.RequestServices.GetRequiredService<RegistrationLinks>().New());
            if (await db.Registrations.For(id).CountAsync(r => r.State == RegistrationState.Confirmed) < capacity)
            {
                await meeting.ArriveAsync();
                registration.Confirm();
            }

            db.Add(registration);
            await db.SaveChangesAsync();
        }
    }
}
