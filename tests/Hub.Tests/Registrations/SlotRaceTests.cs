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

/// <summary>Forty people and the last turn on stage in one instant, over real sockets.</summary>
public sealed class SlotRaceTests(PostgreSqlServer server)
{
    private const int People = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task The_burst_catches_a_desk_that_counts_and_then_inserts(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: People);

        await Burst.PostAsync(origin, "", stage.People.Select(p => ($"/naive/{p.Id}/{stage.Session.Id}", "a=b")), Ct);

        Assert.Equal(People, (await stage.BookingsAsync(app)).Count(b => b.HasTurn));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task The_last_turn_goes_to_one_of_forty_and_the_others_stand_in_line(string provider)
    {
        await using var app = App(provider);
        var origin = app.Listen();
        var stage = await ABookableStage.OpenAsync(app, turns: 1, people: People);
        using HttpClient client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = origin };
        using var form = await client.GetAsync($"/journees/{stage.Edition.Slug}/inscription", Ct);
        var cookie = string.Join("; ", form.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var page = await form.ReadAsync();
        using FormUrlEncodedContent body = new(new Dictionary<string, string>
        {
            ["subject"] = "Des repas plus justes",
            ["__RequestVerificationToken"] = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        var fields = await body.ReadAsStringAsync(Ct);
        var links = app.Services.GetRequiredService<RegistrationLinks>();

        var answers = await Burst.PostAsync(origin, cookie, stage.People.Select(p => ($"{links.For(p).AbsolutePath}?handler=BookSlot&session={stage.Session.Id}", fields)), Ct);

        Assert.All(answers, status => Assert.Equal(StatusCodes.Status302Found, status));
        var bookings = await stage.BookingsAsync(app);
        Assert.Equal(Enumerable.Range(1, People), bookings.Select(b => b.Number));
        Assert.Equal([1], bookings.Where(b => b.HasTurn).Select(b => b.Number));
        Assert.Equal(bookings[0].Id, Assert.Single((await stage.OrderAsync(app)).Slots).Id);
        Assert.Equal(People + 1, (await app.SendMailsAsync()).Count);
    }

    private HubApp App(string provider) => provider == "Sqlite"
        ? new SqliteHub { Additions = services => services.AddTransient<IStartupFilter, NaiveDesk>() }
        : new PostgreSqlHub(server) { Additions = services => services.AddTransient<IStartupFilter, NaiveDesk>() };

    /// <summary>What everybody writes first: count, compare, insert.</summary>
    private sealed class NaiveDesk : IStartupFilter
    {
        private readonly Meeting meeting = new(People);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/naive", naive => naive.Run(BookAsync));
            next(app);
        };

        private async Task BookAsync(HttpContext http)
        {
            var ids = http.Request.Path.Value!.Trim('/').Split('/').Select(Guid.Parse).ToList();
            var db = http.RequestServices.GetRequiredService<HubDbContext>();
            var turns = await db.RunningOrders.Where(o => o.SessionId == ids[1]).Select(o => o.Bookable).SingleAsync();
            SlotBooking booking = new(ids[1], ids[0], 1, 1, "Sujet");
            if (await db.SlotBookings.CountAsync(b => b.SessionId == ids[1] && b.HasTurn) < turns)
            {
                await meeting.ArriveAsync();
                booking.Give();
            }

            db.Add(booking);
            await db.SaveChangesAsync();
        }
    }
}
