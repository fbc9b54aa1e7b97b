using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Events;
using Hub.Tests.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Registrations;

/// <summary>A published session whose turns registered people take themselves, and some of these, in the order they registered.</summary>
internal sealed record ABookableStage(Edition Edition, Core.Organisations.Organisation Organisation, Session Session, IReadOnlyList<Registration> People)
{
    private readonly AStage stage = new(Edition, Organisation, Session);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ABookableStage> OpenAsync(HubApp app, int turns, int people)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, people + 1);
        Room room = new(edition.Id, "Salle Bréhat", 40, 0);
        var session = ADay.Session(edition, "Les pitchs", 0, room, SessionKind.PitchSession);
        await app.SaveAsync(organisation, edition, room, session);
        for (var n = 0; n < people; n++)
        {
            await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee($"p{n:00}", $"p{n:00}-{edition.Id:N}@mairie.example"), "fr", Ct));
        }

        ABookableStage made = new(edition, organisation, session, await app.ReadAsync(db => db.Registrations.For(edition.Id).AsNoTracking().OrderBy(r => r.Email).ToListAsync(Ct)));
        await made.OpenAsync(app, turns);
        return made;
    }

    public async Task OpenAsync(HubApp app, int turns) => Assert.True(await ChangeAsync(app, order => order.Open(turns)));

    public Task<bool> ChangeAsync(HubApp app, Func<RunningOrder, bool> change) => stage.ChangeAsync(app, change);

    public Task<int?> AnnounceAsync(HubApp app) => stage.AnnounceAsync(app);

    public Task<bool> BookAsync(HubApp app, int person, string title = "Des repas plus justes") =>
        app.AskAsync<SlotDesk, bool>(desk => desk.BookAsync(People[person].Id, Session.Id, title, Ct));

    public Task<List<SlotBooking>> BookingsAsync(HubApp app) => app.ReadAsync(db => db.SlotBookings.AsNoTracking().Where(b => b.SessionId == Session.Id).OrderBy(b => b.Number).ToListAsync(Ct));

    public Task<RunningOrder> OrderAsync(HubApp app) => stage.OrderAsync(app);
}
