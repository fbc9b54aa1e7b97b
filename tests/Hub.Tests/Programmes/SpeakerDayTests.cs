using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>Nobody travels to speak at a day that does not take place as they were told.</summary>
public abstract class SpeakerDayTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_to_speak_is_told_that_the_day_is_postponed_moved_and_cancelled_and_why()
    {
        var (edition, email) = await InvitedAsync();

        Assert.Equal(EditionOutcome.Done, await ChangeAsync(c => c.PostponeAsync(edition.Id, "La salle est inondée.", null, Ct)));
        Assert.EndsWith("date reportée", await SubjectAsync(email), StringComparison.Ordinal);
        Assert.Contains("La salle est inondée.", await TextAsync(email), StringComparison.Ordinal);
        var postponed = await app.ReadAsync(db => db.Editions.FindAsync([edition.Id], Ct).AsTask());
        Assert.Equal(EditionOutcome.Done, await ChangeAsync(c => c.ReviseAsync(
            edition.Id, postponed!.Version, An.Facts(edition.Title), An.Times(edition.LocalStart.AddDays(28)), new(null, null), null, Ct)));
        Assert.EndsWith("nouveau rendez-vous", await SubjectAsync(email), StringComparison.Ordinal);
        Assert.Equal(EditionOutcome.Done, await ChangeAsync(c => c.CancelAsync(edition.Id, "Faute de salle.", null, Ct)));

        Assert.EndsWith("journée annulée", await SubjectAsync(email), StringComparison.Ordinal);
        Assert.Contains("Faute de salle.", await TextAsync(email), StringComparison.Ordinal);
        Assert.Equal(4, (await app.MailsToAsync(email)).Count);
    }

    [Fact]
    public async Task Who_is_registered_too_has_one_mail_and_who_declined_has_none()
    {
        var (edition, email) = await InvitedAsync();
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("awa") with { Email = email }, "fr", Ct));
        var declined = await InviteAsync(edition, "Noé B");
        var invitation = await app.ReadAsync(async db => await db.InvitationOfAsync((await app.MailsToAsync(declined))[^1].LinkTo("/intervenir/")["/intervenir/".Length..], Ct));
        Assert.True(await app.AskAsync<SpeakerAnswers, bool>(answers => answers.DeclineAsync(invitation!.Id, null, Ct)));
        var before = (await app.MailsToAsync(email)).Count;

        Assert.Equal(EditionOutcome.Done, await ChangeAsync(c => c.CancelAsync(edition.Id, "Faute de salle.", null, Ct)));

        Assert.Equal(before + 1, (await app.MailsToAsync(email)).Count);
        Assert.Single(await app.MailsToAsync(declined));
    }

    [Fact]
    public async Task The_page_that_cancels_counts_them()
    {
        var (edition, _) = await InvitedAsync();
        using var organiser = await app.OrganiserAsync(await app.ReadAsync(async db => (await db.Set<Organisation>().FindAsync([edition.OrganisationId], Ct))!));

        Assert.Contains("1 personne, inscrite, en attente ou invitée", (await organiser.ReadAsync($"/organisation/journees/{edition.Id}/annuler")).Words(), StringComparison.Ordinal);
    }

    private Task<EditionOutcome> ChangeAsync(Func<EditionChanges, Task<EditionOutcome>> change) => app.AskAsync(change);

    private async Task<string> SubjectAsync(string email) => (await app.MailsToAsync(email))[^1]["Subject"];

    private async Task<string> TextAsync(string email) => (await app.MailsToAsync(email))[^1].Text();

    private async Task<(Edition Edition, string Email)> InvitedAsync()
    {
        var stage = await AStage.WithAsync(app, "Awa A", "Noé B");
        return (stage.Edition, await InviteAsync(stage.Edition, "Awa A"));
    }

    private async Task<string> InviteAsync(Edition edition, string name)
    {
        var email = AContest.Address("rance");
        await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.InviteAsync(edition.Id, name, email, null, Ct));
        return email;
    }

    public sealed class OnSqlite(SqliteHub app) : SpeakerDayTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SpeakerDayTests(app), IClassFixture<PostgreSqlHub>;
}
