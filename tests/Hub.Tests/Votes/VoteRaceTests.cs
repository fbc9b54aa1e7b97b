using Hub.Core.Data;
using Hub.Core.Votes;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Votes;

/// <summary>Forty ballots in one instant, over real sockets: of one voter, and while the host closes the vote.</summary>
public sealed class VoteRaceTests(PostgreSqlServer server)
{
    private const int People = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task The_burst_catches_a_desk_that_looks_and_then_writes(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var vote = await AVote.OpenAsync(app, "Awa A", "Noé B");

        await Burst.PostAsync(origin, "", Enumerable.Range(0, People).Select(_ => ($"/naive/{vote.Stage.Session.Id}/{Guid.NewGuid()}", "a=b")).Append(($"/naive/{vote.Stage.Session.Id}/close", "a=b")), Ct);

        Assert.Equal((People, 0), ((await vote.BallotsAsync(app)).Count, (await vote.ReadAsync(app)).Result.Sum(t => t.Votes)));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task No_ballot_comes_behind_the_count(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var vote = await AVote.OpenAsync(app, "Awa A", "Noé B");
        var turns = await vote.TurnsAsync(app);

        await Burst.PostAsync(origin, "", Enumerable.Range(0, People).Select(n => ($"/cast/{vote.Stage.Session.Id}/{Guid.NewGuid()}/{turns[n % 2]}", "a=b")).Append(($"/cast/{vote.Stage.Edition.Id}/{vote.Stage.Session.Id}", "a=b")), Ct);

        var closed = await vote.ReadAsync(app);
        Assert.False(closed.IsOpen);
        Assert.Equal((await vote.BallotsAsync(app)).Count, closed.Result.Sum(t => t.Votes));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task One_paper_sent_forty_times_counts_once(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var vote = await AVote.OpenAsync(app, "Awa A", "Noé B");
        using HttpClient client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = origin };
        using var entered = await client.GetAsync(await vote.EnterAsync(app), Ct);
        var paper = Assert.Single(entered.Headers.GetValues("Set-Cookie"), c => c.StartsWith("vote-", StringComparison.Ordinal)).Split(';')[0];
        using HttpRequestMessage ask = new(HttpMethod.Get, vote.Page) { Headers = { { "Cookie", paper } } };
        using var form = await client.SendAsync(ask, Ct);
        using var page = await form.ReadAsync();
        using FormUrlEncodedContent body = new(new Dictionary<string, string>
        {
            ["choice"] = $"{(await vote.TurnsAsync(app))[1]}",
            ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        var fields = await body.ReadAsStringAsync(Ct);
        var cookie = string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Append(paper));

        var answers = await Burst.PostAsync(origin, cookie, Enumerable.Range(0, People).Select(_ => (vote.Page, fields)), Ct);

        Assert.All(answers, status => Assert.Equal(StatusCodes.Status302Found, status));
        Assert.Single(await vote.BallotsAsync(app));
    }

    private HubApp App(string provider) => provider == "Sqlite"
        ? new SqliteHub { Additions = services => services.AddTransient<IStartupFilter, Doors>() }
        : new PostgreSqlHub(server) { Additions = services => services.AddTransient<IStartupFilter, Doors>() };

    private sealed class Doors : IStartupFilter
    {
        private readonly Meeting looked = new(People + 1);
        private readonly Meeting closed = new(People + 1);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/naive", naive => naive.Run(CastAsync));
            app.Map("/cast", real => real.Run(http => CastAsync(http.RequestServices.GetRequiredService<VoteDesk>(), IdsOf(http))));
            next(app);
        };

        private static Guid[] IdsOf(HttpContext http) => [.. http.Request.Path.Value!.Trim('/').Split('/').Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty)];

        private static Task CastAsync(VoteDesk desk, Guid[] ids) => ids.Length == 2 ? desk.CloseAsync(ids[0], ids[1], null) : desk.CastAsync(ids[0], ids[1], ids[2]);

        /// <summary>What everybody writes first: is it open, then take the ballot.</summary>
        private async Task CastAsync(HttpContext http)
        {
            var ids = IdsOf(http);
            var db = http.RequestServices.GetRequiredService<HubDbContext>();
            var vote = await db.AudienceVotes.AsNoTracking().SingleAsync(v => v.SessionId == ids[0]);
            await looked.ArriveAsync();
            if (ids[1] == Guid.Empty)
            {
                await http.RequestServices.GetRequiredService<VoteDesk>().CloseAsync(vote.EditionId, ids[0], null);
                await closed.ArriveAsync();
                return;
            }

            await closed.ArriveAsync();
            if (vote.IsOpen)
            {
                db.Add(new Ballot(ids[0], ids[1], Guid.NewGuid()));
                await db.SaveChangesAsync();
            }
        }
    }
}
