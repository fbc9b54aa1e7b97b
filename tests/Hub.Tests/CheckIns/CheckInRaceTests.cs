using Hub.Core.Audit;
using Hub.Core.CheckIns;
using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.CheckIns;

/// <summary>Several stewards and one person in one instant, over real sockets.</summary>
public sealed class CheckInRaceTests(PostgreSqlServer server)
{
    private const int Stewards = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task The_burst_catches_a_desk_that_looks_and_then_writes(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var door = await ADoor.OpenAsync(app, "ada");
        var person = await door.FindAsync("ada");

        await Burst.PostAsync(origin, "", Enumerable.Repeat(($"/naive/{person.Id}", "a=b"), Stewards), Ct);

        Assert.Equal(Stewards, (await door.NotedAsync("ada")).Count);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Stewards_at_once_check_one_person_in_once(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var door = await ADoor.OpenAsync(app, "ada");
        var addresses = await Task.WhenAll(Enumerable.Range(1, Stewards).Select(n => door.LinkAsync($"Entrée {n}")));
        using HttpClient client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = origin };
        using var form = await client.GetAsync($"{door.Address}?q=ada", Ct);
        var cookie = string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var page = await form.ReadAsync();
        using FormUrlEncodedContent body = new(new Dictionary<string, string>
        {
            ["person"] = $"{(await door.FindAsync("ada")).Id}",
            ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        var sent = await body.ReadAsStringAsync(Ct);

        var answers = await Burst.PostAsync(origin, cookie, addresses.Select(a => ($"{a}?handler=CheckIn", sent)), Ct);

        Assert.All(answers, status => Assert.Equal(StatusCodes.Status302Found, status));
        Assert.Single(await door.NotedAsync("ada"));
        Assert.Equal(ADoor.Morning, (await door.FindAsync("ada")).CheckedInAt);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Of_stewards_at_once_one_checks_in_and_the_others_learn_when(string provider)
    {
        await using var app = App(provider);
        var door = await ADoor.OpenAsync(app, "ada");
        var person = (await door.FindAsync("ada")).Id;
        await Task.WhenAll(Enumerable.Range(2, Stewards - 1).Select(n => door.LinkAsync($"Entrée {n}")));
        var links = await app.ReadAsync(db => db.StewardLinks.Of(door.Edition.Id).ToListAsync(Ct));

        var answers = await Task.WhenAll(links.Select(link => Task.Run(
            () => app.AskAsync<CheckInDesk, CheckInAnswer>(desk => desk.CheckInAsync(door.Edition.Id, person, CheckInActor.Steward(link), Ct)), Ct)));

        Assert.Single(answers, a => a.Outcome is CheckInOutcome.Done);
        Assert.Equal(Stewards - 1, answers.Count(a => a.Outcome is CheckInOutcome.Already));
        Assert.All(answers, a => Assert.Equal(ADoor.Morning, a.Person!.CheckedInAt));
    }

    private HubApp App(string provider) => provider == "Sqlite"
        ? new SqliteHub { Additions = services => services.AddTransient<IStartupFilter, NaiveDesk>() }
        : new PostgreSqlHub(server) { Additions = services => services.AddTransient<IStartupFilter, NaiveDesk>() };

    /// <summary>What everybody writes first: look, then write.</summary>
    private sealed class NaiveDesk : IStartupFilter
    {
        private readonly Meeting meeting = new(Stewards);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/naive", naive => naive.Run(CheckInAsync));
            next(app);
        };

        private async Task CheckInAsync(HttpContext http)
        {
            var id = Guid.Parse(http.Request.Path.Value!.Trim('/'));
            var db = http.RequestServices.GetRequiredService<HubDbContext>();
            if (await db.Registrations.AnyAsync(r => r.Id == id && r.CheckedInAt == null))
            {
                await meeting.ArriveAsync();
                await db.Registrations.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.CheckedInAt, ADoor.Morning));
                db.Log("CheckIn", id, null, ADoor.Morning);
                await db.SaveChangesAsync();
            }
        }
    }
}
