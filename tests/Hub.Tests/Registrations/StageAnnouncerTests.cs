using Hub.Core.Data;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

/// <summary>The mail that says who comes on stage, to everybody who has a place.</summary>
public abstract class StageAnnouncerTests(HubApp app) : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly DateTime start = app.Clock.Now;

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Everybody_with_a_place_who_wants_mails_reads_once_who_comes_on_stage()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 0, people: 4);
        await stage.ChangeAsync(app, order => Enumerable.Range(1, 12).All(n => order.Add($"Le pitch numéro {n}", n == 1 ? "Awa Dembasse, fondatrice" : null)));
        await app.DoAsync<RegistrationDesk>(desk => desk.CancelAsync(stage.People[2].Id, null, Ct));
        await app.DoAsync<HubDbContext>(db => db.Registrations.Where(r => r.Id == stage.People[3].Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.WantsReminder, false), Ct));
        await app.SendMailsAsync();
        Assert.Null(await AnnounceAsync(stage));
        await stage.AnnounceAsync(app);
        using var organiser = await app.OrganiserAsync(stage.Organisation);
        var desk = $"/organisation/journees/{stage.Edition.Id}/programme/passages/{stage.Session.Id}";

        Assert.Contains("à 2 personnes inscrites", (await organiser.ReadAsync(desk)).Words(), StringComparison.Ordinal);
        using var sent = await organiser.SendFormAsync(desk, [], $"{desk}?handler=Mail");
        using var after = await organiser.ReadAsync(desk);

        Assert.Contains("L’annonce part à 2 personnes inscrites.", after.Words(), StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("form[action*='handler=Mail']"));
        Assert.Null(await AnnounceAsync(stage));
        Assert.Equal([1, 1, 0, 0], await ToldAsync(stage));
        var mail = (await app.MailsToAsync(stage.People[0].Email))[^1].Text();
        Assert.Contains("Le pitch numéro 1, Awa Dembasse", mail, StringComparison.Ordinal);
        Assert.Contains("Le pitch numéro 10", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Le pitch numéro 11", mail, StringComparison.Ordinal);
        Assert.Contains("Et 2 autres passages.", mail, StringComparison.Ordinal);
        Assert.Contains($"/seances/{stage.Session.Code}", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_session_has_begun_nobody_is_told_of_it()
    {
        var stage = await ABookableStage.OpenAsync(app, turns: 0, people: 1);
        await stage.ChangeAsync(app, order => order.Add("Le pitch", null));
        await stage.AnnounceAsync(app);
        await app.SendMailsAsync();

        Assert.Equal(1, await AnnounceAsync(stage));
        app.Clock.Now = stage.Session.StartsAt;
        Assert.Equal([0], await ToldAsync(stage));

        var late = await ABookableStage.OpenAsync(app, turns: 0, people: 1);
        await late.ChangeAsync(app, order => order.Add("Le pitch", null));
        await late.AnnounceAsync(app);
        Assert.Null(await AnnounceAsync(late));
    }

    /// <summary>How many such mails each of them has had.</summary>
    private async Task<IReadOnlyList<int>> ToldAsync(ABookableStage stage)
    {
        List<int> told = [];
        foreach (var person in stage.People)
        {
            told.Add((await app.MailsToAsync(person.Email)).Count(m => m.Text().Contains("Le pitch", StringComparison.Ordinal)));
        }

        return told;
    }

    private Task<int?> AnnounceAsync(ABookableStage stage) => app.AskAsync<StageAnnouncer, int?>(announcer => announcer.MailAsync(stage.Edition.Id, stage.Session.Id, null, Ct));

    public sealed class OnSqlite(SqliteHub app) : StageAnnouncerTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : StageAnnouncerTests(app), IClassFixture<PostgreSqlHub>;
}
