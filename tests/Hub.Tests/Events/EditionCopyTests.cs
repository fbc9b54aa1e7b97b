using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Events;

public abstract class EditionCopyTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_is_a_draft_with_the_programme_at_the_same_distance_from_its_start()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity: 42);
        edition.Arrange(new("La journée", "reponse@exemple.example", Tone.Garance));
        var (rooms, sessions) = Programme.Of(edition);
        await app.SaveAsync([organisation, edition, .. rooms, .. sessions]);
        using var organiser = await app.OrganiserAsync(organisation);

        using var answer = await organiser.PostAsync($"/organisation/journees/{edition.Id}/dupliquer", new Dictionary<string, string>
        {
            ["Input.Title"] = "Journée de 2028",
            ["Input.Start.Date"] = "2028-03-16",
            ["Input.Start.Time"] = "08:30",
        });

        var copy = await app.ReadAsync(db => db.Editions.SingleAsync(e => e.Title == "Journée de 2028" && e.OrganisationId == organisation.Id, Token));
        Assert.Equal($"/organisation/journees/{copy.Id}", answer.Headers.Location?.ToString());
        Assert.Equal((EditionState.Draft, 42, edition.Settings, "journee-de-2028-2028"), (copy.State, copy.Capacity, copy.Settings, copy.Slug[..20]));
        Assert.Equal((new DateTime(2028, 3, 16, 8, 30, 0), new DateTime(2028, 3, 16, 16, 30, 0)), (copy.LocalStart, copy.LocalEnd));
        var plan = (await app.ReadAsync(db => db.DraftOfAsync(copy.Id, Token))).Plan;
        var there = plan.SessionsOf(copy).OrderBy(s => s.StartsAt).ToList();
        Assert.Equal(sessions.Count, there.Count);
        Assert.Equal(new DateTime(2028, 3, 16, 8, 30, 0), there[0].LocalStart);
        Assert.Empty(there.Select(s => s.Code).Intersect(sessions.Select(s => s.Code)));
        Assert.Equal(rooms.Select(r => r.Name), plan.Rooms.Select(r => r.Name));
        Assert.All(there, s => Assert.True(plan.HasRoom(s.RoomId)));
    }

    public sealed class OnSqlite(SqliteHub app) : EditionCopyTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : EditionCopyTests(app), IClassFixture<PostgreSqlHub>;
}
