using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Core.Privacy;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Privacy;

/// <summary>Who is erased takes nothing with them that is said of, or by, somebody else.</summary>
public sealed class NeighbourMailTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_of_others_keep_longer_addresses_and_rooms_of_the_same_name()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity: 10);
        await app.SaveAsync(organisation, edition);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("Salle", "a@b.example") with { LastName = "Agora" }, "fr", Token));
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("Jana", "jana@b.example"), "fr", Token));
        var stays = await app.ReadAsync(db => db.Registrations.SingleAsync(r => r.Email == "jana@b.example", Token));
        MovedDetails moved = new(An.Now, An.Now, "Europe/Paris", "Salle Agora");
        await app.DoAsync<HubDbContext>(db => db.WriteAsync(
            _ =>
            {
                db.Promise(RegistrationMailKinds.EditionMoved, stays.Id, 1, An.Now, moved);
                db.Promise(PrivacyMailKinds.Erased, stays.Id, 2, An.Now, new ErasedDetails("jana@b.example", "fr", WithAccount: false));
                db.Promise(RegistrationMailKinds.Cancelled, stays.Id, 3, An.Now, new CancelledDetails(ByOrganiser: false, HadSeat: true, GivenTo: "Salle Agora"));
                return Task.CompletedTask;
            },
            Token));

        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync("a@b.example", Token));

        var said = await app.ReadAsync(db => db.Outbox.Where(m => m.SubjectId == stays.Id && m.Details != null).OrderBy(m => m.Key).Select(m => m.Details!).ToListAsync(Token));
        Assert.Single(said, d => d.Contains("\"Place\":\"Salle Agora\"", StringComparison.Ordinal));
        Assert.Single(said, d => d.Contains("jana@b.example", StringComparison.Ordinal));
        Assert.DoesNotContain(said, d => d.Contains("\"GivenTo\":\"Salle Agora\"", StringComparison.Ordinal));
    }
}
