using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Tests.Events;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Programmes;

/// <summary>A published session of pitches at 9:00 in Paris, with turns of eight minutes and two between.</summary>
internal sealed record AStage(Edition Edition, Organisation Organisation, Session Session)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Desk => $"/organisation/journees/{Edition.Id}/programme/passages/{Session.Id}";

    public string Screen => $"{Page}/ecran";

    public string Page => $"/journees/{Edition.Slug}/seances/{Session.Code}";

    public static async Task<AStage> WithAsync(HubApp app, params string[] people)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        Room room = new(edition.Id, "Salle Bréhat", 40, 0);
        var session = ADay.Session(edition, "Les pitchs", 0, room, SessionKind.PitchSession);
        await app.SaveAsync(organisation, edition, room, session);
        AStage stage = new(edition, organisation, session);
        foreach (var person in people)
        {
            Assert.True(await stage.ChangeAsync(app, order => order.Add($"Le projet de {person}", $"{person}, fondatrice")));
        }

        return stage;
    }

    public Task<bool> ChangeAsync(HubApp app, Func<RunningOrder, bool> change) =>
        app.AskAsync<RunningOrderOffice, bool>(office => office.ChangeAsync(Edition.Id, Session.Id, "ChangeRunningOrder", (order, _) => change(order), null, Ct));

    public Task<int?> AnnounceAsync(HubApp app) => app.AskAsync<RunningOrderOffice, int?>(office => office.AnnounceAsync(Edition.Id, Session.Id, null, Ct));

    public Task<RunningOrder> OrderAsync(HubApp app) => app.ReadAsync(db => db.RunningOrders.AsNoTracking().SingleAsync(o => o.SessionId == Session.Id, Ct));

    public async Task<string> TitlesAsync(HubApp app) => string.Join(' ', (await OrderAsync(app)).Slots.Select(s => s.Title[^1]));
}
