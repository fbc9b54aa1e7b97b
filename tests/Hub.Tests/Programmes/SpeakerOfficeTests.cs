using Hub.Core.Events;
using Hub.Core.Privacy;
using Hub.Core.Programmes;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Programmes;

public abstract class SpeakerOfficeTests(HubApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_invited_gets_one_mail_that_names_their_sessions()
    {
        var (edition, _) = await app.StageAsync();
        var address = ASpeaker.Address();

        Assert.Equal(SpeakerOutcome.Done, await app.InviteAsync(edition, address));
        Assert.Equal(SpeakerOutcome.Same, await app.InviteAsync(edition, address));

        var mail = Assert.Single(await app.MailsToAsync(address));
        Assert.Contains("Table ronde", mail.Text(), StringComparison.Ordinal);
        Assert.Contains("Débat", mail.Text(), StringComparison.Ordinal);
        Assert.StartsWith("/intervenir/", mail.LinkTo("/intervenir/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clicks_at_once_send_one_invitation()
    {
        var (edition, _) = await app.StageAsync();
        var address = ASpeaker.Address();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.InviteAsync(edition, address)));

        Assert.Single(outcomes, SpeakerOutcome.Done);
        Assert.Single(await app.MailsToAsync(address));
    }

    [Fact]
    public async Task Another_address_gets_a_new_link_and_the_old_one_dies()
    {
        var (edition, _) = await app.StageAsync();
        var old = await app.AskToSpeakAsync(edition, ASpeaker.Address());

        var link = await app.AskToSpeakAsync(edition, ASpeaker.Address());

        Assert.NotEqual(old, link);
        Assert.Null(await app.ReadAsync(db => db.InvitationOfAsync(old["/intervenir/".Length..], Ct)));
        Assert.NotNull(await app.ReadAsync(db => db.InvitationOfAsync(link["/intervenir/".Length..], Ct)));
    }

    [Fact]
    public async Task Nobody_is_invited_whom_the_draft_does_not_name()
    {
        var (edition, _) = await app.StageAsync();

        Assert.Equal(SpeakerOutcome.Missing, await app.InviteAsync(edition, ASpeaker.Address(), "Personne d’autre"));
    }

    [Fact]
    public async Task A_reminder_leaves_after_three_days_to_who_has_not_answered()
    {
        var (edition, _) = await app.StageAsync();
        var (silent, willing) = (ASpeaker.Address(), ASpeaker.Address());
        await app.AskToSpeakAsync(edition, silent);
        await app.AskToSpeakAsync(edition, willing, "Noé Lanvallay");
        await AnswerAsync(edition, "Noé Lanvallay", (answers, id) => answers.AcceptAsync(id, Ct));
        await AnswerAsync(edition, "Noé Lanvallay", (answers, id) => answers.DescribeAsync(id, new(null, null, "Maire depuis dix ans.", null, []), Ct));
        var before = app.Clock.Now;

        app.Clock.Now = before.AddDays(2);
        Assert.Equal(0, await app.RemindAsync(edition));
        app.Clock.Now = before.AddDays(3);
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.RemindAsync(edition)))).Sum());
        Assert.Equal(2, (await app.MailsToAsync(silent)).Count);
        Assert.Single(await app.MailsToAsync(willing));

        app.Clock.Now = before.AddDays(5);
        Assert.Equal(0, await app.RemindAsync(edition));
        app.Clock.Now = before.AddDays(6);
        Assert.Equal(1, await app.RemindAsync(edition));
        app.Clock.Now = before;
    }

    [Fact]
    public async Task Who_accepted_and_said_nothing_of_themselves_is_reminded_of_that()
    {
        var (edition, _) = await app.StageAsync();
        var address = ASpeaker.Address();
        await app.AskToSpeakAsync(edition, address);
        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.AcceptAsync(id, Ct));
        var before = app.Clock.Now;
        app.Clock.Now = before.AddDays(3);

        Assert.Equal(1, await app.RemindAsync(edition));

        Assert.Contains("Le programme ne dit encore rien de vous", (await app.MailsToAsync(address))[^1].Text(), StringComparison.Ordinal);
        app.Clock.Now = before;
    }

    [Fact]
    public async Task A_replaced_person_leaves_the_draft_and_stays_published_until_the_next_version()
    {
        var (edition, _) = await app.StageAsync();
        await app.AskToSpeakAsync(edition, ASpeaker.Address());
        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.AcceptAsync(id, Ct));

        Assert.Equal(SpeakerOutcome.Done, await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.ReplaceAsync(edition.Id, ASpeaker.Name, "Maï Treguer", "cheffe de projet", null, Ct)));

        Assert.Equal(SpeakerState.Replaced, (await app.InvitationAsync(edition)).State);
        var draft = (await app.ReadAsync(db => db.DraftOfAsync(edition.Id, Ct))).Plan;
        Assert.Equal(["Maï Treguer, cheffe de projet\nNoé Lanvallay, maire", "Maï Treguer, cheffe de projet"], draft.Sessions.OrderBy(s => s.Facts.LocalStart).Select(s => s.Facts.Speakers));
        Assert.True(await app.ReadAsync(db => db.Sessions.AnyAsync(s => s.EditionId == edition.Id && s.Speakers!.Contains(ASpeaker.Name), Ct)));
        Assert.Equal(SpeakerOutcome.Missing, await app.AskAsync<SpeakerOffice, SpeakerOutcome>(office => office.ReplaceAsync(edition.Id, ASpeaker.Name, "Maï Treguer", null, null, Ct)));
    }

    [Fact]
    public async Task An_invitation_that_was_answered_meanwhile_is_not_sent()
    {
        var (edition, _) = await app.StageAsync();
        var address = ASpeaker.Address();
        await app.InviteAsync(edition, address);
        await AnswerAsync(edition, ASpeaker.Name, (answers, id) => answers.WithdrawAsync(id, null, Ct));

        Assert.Empty(await app.MailsToAsync(address));
    }

    [Fact]
    public async Task Whoever_asks_to_be_forgotten_is_and_what_is_old_goes_by_itself()
    {
        var (edition, _) = await app.StageAsync();
        var (one, other) = (ASpeaker.Address(), ASpeaker.Address());
        await app.AskToSpeakAsync(edition, one);
        await app.AskToSpeakAsync(edition, other, "Noé Lanvallay");
        var talks = (await app.AskAsync<PersonalRecords, PersonalData>(records => records.OfAddressAsync(one, Ct))).Talks;
        Assert.Equal((ASpeaker.Name, SpeakerState.Invited), (Assert.Single(talks).Name, talks[0].State));

        await app.AskAsync<Erasure, int>(erasure => erasure.EraseAsync(one, Ct));
        Assert.Equal(["Noé Lanvallay"], await NamesAsync(edition));

        var before = app.Clock.Now;
        app.Clock.Now = edition.EndsAt.AddMonths(12).AddDays(1);
        Assert.Contains(await app.AskAsync<Purge, IReadOnlyList<PurgeLine>>(purge => purge.RunAsync(Ct)), line => line is { Rule: "speakers", Rows: >= 1 });
        Assert.Empty(await NamesAsync(edition));
        app.Clock.Now = before;
    }

    private Task<List<string>> NamesAsync(Edition edition) => app.ReadAsync(db => db.SpeakerInvitations.Where(i => i.EditionId == edition.Id).Select(i => i.Name).ToListAsync(Ct));

    private async Task AnswerAsync(Edition edition, string name, Func<SpeakerAnswers, Guid, Task<bool>> answer)
    {
        var id = (await app.InvitationAsync(edition, name)).Id;
        Assert.True(await app.AskAsync<SpeakerAnswers, bool>(answers => answer(answers, id)));
    }

    public sealed class OnSqlite(SqliteHub app) : SpeakerOfficeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : SpeakerOfficeTests(app), IClassFixture<PostgreSqlHub>;
}
