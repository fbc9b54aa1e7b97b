using System.Globalization;
using System.Text.Json;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Benchmarks;

/// <summary>Programmes as large as they come: moving on the board, publishing to many, reading as a feed.</summary>
internal static class ProgrammeSpeed
{
    private const int Sessions = 300;
    private const int Registrants = 2000;
    private const int FeedSessions = 1000;

    private static readonly string[] Feeds = ["programme.ics", "schedule.json", "schedule.xml", "schedule.xcal", "programme.csv"];

    public static async Task RunAsync(TextWriter report)
    {
        await using BenchmarkHub hub = new();
        await hub.StartAsync();
        var day = await hub.DayAsync(Sessions, Registrants);
        var large = await hub.DayAsync(FeedSessions, 100);
        using var browser = await hub.SignInAsync();

        report.WriteLine("\n| programme | hub, ms | bare, ms | ratio | 10 % – 90 % |\n|---|---:|---:|---:|---|");
        Write(report, $"a move on a board of {Sessions} sessions", await MoveAsync(hub, browser, day));
        foreach (var feed in Feeds)
        {
            Write(report, $"{feed} of {FeedSessions} sessions", await Race.RunAsync(15, () => browser.GetByteArrayAsync($"/journees/{large.Slug}/{feed}"), () => RowsAsync(hub, large)));
        }

        Write(report, $"publishing {Sessions} moved sessions to {Registrants} registrants", await PublishAsync(hub, day));
        await BoardSpeed.RunAsync(report, hub, day);
    }

    internal static void Write(TextWriter report, string what, Result result) => report.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {result.Ours / 1000:0.0} | {result.Bare / 1000:0.0} | {result.Ratio:0.00} | {result.Low:0.00} – {result.High:0.00} |"));

    /// <summary>The bare one is the smallest form of the desk: one row is written, and a redirect answers.</summary>
    private static async Task<Result> MoveAsync(BenchmarkHub hub, HttpClient browser, Edition day)
    {
        var desk = $"/organisation/journees/{day.Id}";
        var token = await BenchmarkHub.TokenAsync(browser, $"{desk}/programme");
        var draft = await hub.AskAsync<HubDbContext, ProgrammeDraft>(db => db.DraftOfAsync(day.Id, default));
        var (session, revision) = (draft.Plan.Sessions[^1], draft.Revision);
        var away = false;
        var closed = false;
        return await Race.RunAsync(51, Move, Toggle);

        async Task Move()
        {
            away = !away;
            var start = session.Facts.LocalStart!.Value.AddHours(away ? 2 : 0);
            await PostAsync(browser, $"{desk}/programme?handler=Move&session={session.Id}&jour={start:yyyy-MM-dd}&depuis={revision++}", token, new()
            {
                ["Move.RoomId"] = $"{session.Facts.RoomId}",
                ["Move.Start.Date"] = $"{start:yyyy-MM-dd}",
                ["Move.Start.Time"] = $"{start:HH:mm}",
                ["Move.Minutes"] = "15",
            });
        }

        async Task Toggle()
        {
            closed = !closed;
            await PostAsync(browser, $"{desk}?handler={(closed ? "Close" : "Open")}", token, []);
        }
    }

    /// <summary>The bare one writes the same rows: sessions that moved, and a mail promised to each who has a place.</summary>
    private static async Task<Result> PublishAsync(BenchmarkHub hub, Edition day)
    {
        var plan = (await hub.AskAsync<HubDbContext, ProgrammeDraft>(db => db.DraftOfAsync(day.Id, default))).Plan;
        foreach (var n in Enumerable.Range(0, Registrants))
        {
            await hub.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(
                day.Id, new($"Personne {n}", "Exemple", $"personne{n}@mairie.example", "Commune d’exemple", "Directrice", null, false, false), "fr"));
        }

        var people = await hub.AskAsync<HubDbContext, List<Guid>>(db => db.Registrations.Where(r => r.EditionId == day.Id).Select(r => r.Id).ToListAsync());
        foreach (var (n, person) in people.Index())
        {
            await hub.AskAsync<SessionDesk, SessionPlaceOutcome>(desk => desk.TakeAsync(person, plan.Sessions[n % Sessions].Id));
        }

        var round = 0;
        return await Race.RunAsync(
            9,
            () => hub.AskAsync<ProgrammePublisher, int?>(publisher => publisher.PublishAsync(day.Id, null, null)),
            () => hub.AskAsync<HubDbContext, bool>(db => db.WriteAsync(ct => BareAsync(db, day, people, ++round, ct))),
            () => hub.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.PutAsync(day.Id, Shifted(plan, ++round), "mesure", null)));
    }

    private static async Task<bool> BareAsync(HubDbContext db, Edition day, List<Guid> people, int round, CancellationToken ct)
    {
        foreach (var session in await db.Sessions.Where(s => s.EditionId == day.Id).ToListAsync(ct))
        {
            session.Place(session.LocalStart.AddMinutes(1), session.Minutes, day.TimeZone);
        }

        foreach (var person in people)
        {
            db.Promise("mesure", person, round, DateTime.UtcNow, new { Text = new string('x', 120) });
        }

        return true;
    }

    private static ProgrammePlan Shifted(ProgrammePlan plan, int round) => plan with
    {
        Sessions = [.. plan.Sessions.Select(s => s with { Facts = s.Facts with { LocalStart = s.Facts.LocalStart!.Value.AddMinutes(round % 2 == 0 ? 0 : 5) } })],
    };

    /// <summary>The same rows read and serialised, without HTTP.</summary>
    private static Task<byte[]> RowsAsync(BenchmarkHub hub, Edition day) => hub.AskAsync<HubDbContext, byte[]>(async db =>
        JsonSerializer.SerializeToUtf8Bytes(await db.Sessions.AsNoTracking().Where(s => s.EditionId == day.Id).OrderBy(s => s.StartsAt).ToListAsync()));

    private static async Task PostAsync(HttpClient browser, string address, string token, Dictionary<string, string> fields)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))) };
        request.Headers.Add("X-Board", "1");
        using var answer = await browser.SendAsync(request);
        if ((int)answer.StatusCode >= 400)
        {
            throw new InvalidOperationException($"{address} answered {answer.StatusCode}.");
        }

        await answer.Content.ReadAsByteArrayAsync();
    }
}
