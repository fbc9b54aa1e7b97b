using AngleSharp.Html.Dom;
using Hub.Core.Votes;
using Hub.Tests.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Votes;

/// <summary>A vote that is open, among the turns of these people.</summary>
internal sealed record AVote(AStage Stage, AudienceVote Vote)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Page => $"{Stage.Page}/vote";

    public string Desk => $"{Stage.Desk}/vote";

    public static async Task<AVote> OpenAsync(HubApp app, params string[] people)
    {
        var stage = await AStage.WithAsync(app, people);
        await stage.AnnounceAsync(app);
        Assert.True(await app.AskAsync<VoteDesk, bool>(desk => desk.OpenAsync(stage.Edition.Id, stage.Session.Id, null, Ct)));
        return new(stage, await ReadAsync(app, stage));
    }

    public Task<AudienceVote> ReadAsync(HubApp app) => ReadAsync(app, Stage);

    public async Task<string> EnterAsync(HubApp app) => $"/vote?code={(await ReadAsync(app)).CodeAt(app.Clock.Now)}";

    /// <summary>Reads the code, and is led to the page where one votes.</summary>
    public async Task<IHtmlDocument> EnterAsync(HubApp app, HttpClient phone)
    {
        using var led = await phone.GetAsync(await EnterAsync(app), Ct);
        Assert.Equal(Page, led.Headers.Location?.ToString());
        return await phone.ReadAsync(Page);
    }

    public async Task<IReadOnlyList<Guid>> TurnsAsync(HubApp app) => [.. (await Stage.OrderAsync(app)).Slots.Select(s => s.Id)];

    public Task<bool> CloseAsync(HubApp app) => app.AskAsync<VoteDesk, bool>(desk => desk.CloseAsync(Stage.Edition.Id, Stage.Session.Id, null, Ct));

    public Task<VoteOutcome> CastAsync(HubApp app, Guid voter, Guid turn) => app.AskAsync<VoteDesk, VoteOutcome>(desk => desk.CastAsync(Stage.Session.Id, voter, turn, Ct));

    public Task<List<Ballot>> BallotsAsync(HubApp app) => app.ReadAsync(db => db.Ballots.AsNoTracking().Where(b => b.SessionId == Stage.Session.Id).ToListAsync(Ct));

    private static Task<AudienceVote> ReadAsync(HubApp app, AStage stage) => app.ReadAsync(db => db.AudienceVotes.AsNoTracking().SingleAsync(v => v.SessionId == stage.Session.Id, Ct));
}
