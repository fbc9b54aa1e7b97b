using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>What organisers read of the answers of those who speak, before they publish and when they sign in.</summary>
public abstract class DraftReviewTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_that_concern_the_programme_are_among_the_warnings_of_the_board_and_before_publishing()
    {
        var (edition, organisation) = await app.StageAsync();
        await app.AskToSpeakAsync(edition, ASpeaker.Address());
        await app.AskToSpeakAsync(edition, ASpeaker.Address(), "Noé Lanvallay");
        await AnswerAsync(edition, "Noé Lanvallay", (answers, id) => answers.DeclineAsync(id, null, Ct));
        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.ProposeAsync(id, "Après 15 h", Ct));
        var (from, until) = (edition.LocalStart, edition.LocalStart.AddHours(1));
        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.DescribeAsync(id, new(null, null, null, null, [new(from, until)]), Ct));
        await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.WriteSessionAsync(edition.Id, null, new(SessionKind.Debate, "Nouvelle", null, edition.LocalStart.AddHours(5), 30, null, null), null, null, Ct));
        using var organiser = await app.OrganiserAsync(organisation);

        foreach (var page in new[] { Board(edition), $"{Board(edition)}/publier" })
        {
            var warnings = (await organiser.ReadAsync(page)).Words().Replace('\u00a0', ' ');
            Assert.Contains("Noé Lanvallay ne vient pas, et « Table ronde » nomme encore cette personne.", warnings, StringComparison.Ordinal);
            Assert.Contains("Awa Dembasse ne peut pas être là pour « Débat », le jeudi 18 mars 2027 à 11 h.", warnings, StringComparison.Ordinal);
            Assert.Contains("Awa Dembasse propose un autre horaire que celui de « Table ronde »", warnings, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_at_ease_with_the_programme_is_no_warning()
    {
        var (edition, organisation) = await app.StageAsync();
        await app.AskToSpeakAsync(edition, ASpeaker.Address());
        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.AcceptAsync(id, Ct));
        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.DescribeAsync(id, new(null, null, null, null, [new(edition.LocalStart, edition.LocalEnd)]), Ct));
        using var organiser = await app.OrganiserAsync(organisation);

        Assert.DoesNotContain(ASpeaker.Name, (await organiser.ReadAsync(Board(edition))).Words("#alertes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdrew_is_said_to_be_read_in_public_until_the_version_without_them()
    {
        var (edition, organisation) = await app.StageAsync();
        await app.AskToSpeakAsync(edition, ASpeaker.Address(), "Noé Lanvallay");
        await AnswerAsync(edition, "Noé Lanvallay", (answers, id) => answers.WithdrawAsync(id, null, Ct));
        using var organiser = await app.OrganiserAsync(organisation);
        Assert.Contains("Retirez-le du brouillon, puis publiez la version 1.", (await organiser.ReadAsync(Board(edition))).Words("#alertes"), StringComparison.Ordinal);

        await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.ReplaceAsync(edition.Id, "Noé Lanvallay", "Maï Treguer", null, null, Ct));
        using (var board = await organiser.ReadAsync(Board(edition)))
        {
            Assert.Contains("Le public lit encore le nom de Noé Lanvallay, jusqu’à la publication de la version 1.", board.Words("#alertes"), StringComparison.Ordinal);
            Assert.NotNull(board.QuerySelector("#alertes a[href$='/programme/publier']"));
        }

        await app.PublishAsync(edition.Id, _ => Task.FromResult(true));
        Assert.DoesNotContain("Noé Lanvallay", (await organiser.ReadAsync(Board(edition))).Words("#alertes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_counts_answers_to_read_and_the_journal_names_them()
    {
        var (edition, organisation) = await app.StageAsync();
        await app.AskToSpeakAsync(edition, ASpeaker.Address());
        await app.AskToSpeakAsync(edition, ASpeaker.Address(), "Noé Lanvallay");
        using var organiser = await app.OrganiserAsync(organisation);
        Assert.DoesNotContain("réponse", (await organiser.ReadAsync("/organisation")).Words("main"), StringComparison.Ordinal);

        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.ProposeAsync(id, "Après 15 h", Ct));
        await AnswerAsync(edition, "Noé Lanvallay", (answers, id) => answers.DeclineAsync(id, null, Ct));
        Assert.Contains("Lire 2 réponses de personnes au programme", (await organiser.ReadAsync("/organisation")).Words("[aria-labelledby=awaiting]"), StringComparison.Ordinal);
        await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.ReplaceAsync(edition.Id, "Noé Lanvallay", "Maï Treguer", null, null, Ct));
        Assert.Contains("Lire 1 réponse d’une personne au programme", (await organiser.ReadAsync("/organisation")).Words("[aria-labelledby=awaiting]"), StringComparison.Ordinal);

        using var journal = await organiser.ReadAsync("/organisation/journal");
        Assert.Contains(journal.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("Invitation à intervenir déclinée", StringComparison.Ordinal) && r.TextContent.Contains("Noé Lanvallay", StringComparison.Ordinal));
        Assert.Contains(journal.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("Autre horaire proposé", StringComparison.Ordinal) && r.TextContent.Contains(ASpeaker.Name, StringComparison.Ordinal));
        var other = An.Organisation();
        await app.SaveAsync(other);
        using var stranger = await app.OrganiserAsync(other);
        Assert.DoesNotContain(ASpeaker.Name, (await stranger.ReadAsync("/organisation/journal")).Words("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turns_longer_than_their_session_are_a_warning_of_the_board()
    {
        var stage = await AStage.WithAsync(app, "A", "B", "C", "D", "E", "F");
        using var organiser = await app.OrganiserAsync(stage.Organisation);
        Assert.DoesNotContain("les passages sur scène", (await organiser.ReadAsync(Board(stage.Edition))).Words("#alertes"), StringComparison.Ordinal);

        await stage.ChangeAsync(app, order => order.Add("Le projet de G", "G"));

        Assert.Contains("« Les pitchs » : les passages sur scène durent plus que la session.", (await organiser.ReadAsync(Board(stage.Edition))).Words("#alertes").Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private static string Board(Edition edition) => $"/organisation/journees/{edition.Id}/programme";

    private async Task AnswerAsync(Edition edition, string name, Func<SpeakerAnswers, Guid, Task<bool>> answer)
    {
        var id = (await app.InvitationAsync(edition, name)).Id;
        Assert.True(await app.AskAsync<SpeakerAnswers, bool>(answers => answer(answers, id)));
    }

    public sealed class OnSqlite(SqliteHub app) : DraftReviewTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : DraftReviewTests(app), IClassFixture<PostgreSqlHub>;
}
