using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Tests.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>What organisers and those who speak tell each other, by mail and on their pages.</summary>
public sealed class SpeakerTalksTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invitation_says_what_when_and_where_as_far_as_it_is_planned()
    {
        var (edition, _, _) = await StageAsync();
        await app.AskAsync<ProgrammeOffice, ProgrammeResult>(office => office.WriteSessionAsync(edition.Id, null, new(SessionKind.Debate, "Débat à placer", null, null, 60, ASpeaker.Name, null), null, null, Ct));
        var address = ASpeaker.Address();

        await app.AskToSpeakAsync(edition, address);

        var mail = Assert.Single(await app.MailsToAsync(address));
        var text = mail.Text().Replace('\u00a0', ' ');
        Assert.EndsWith("invitation à intervenir", mail["Subject"], StringComparison.Ordinal);
        Assert.Contains("jeudi 18 mars 2027, 9 h – 10 h ; Salle Bréhat.", text.Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.Matches("Débat à placer\\s+L’horaire reste à fixer.", text);
    }

    [Fact]
    public async Task A_change_of_room_has_a_subject_of_its_own()
    {
        var (edition, _, session) = await StageAsync();
        var address = ASpeaker.Address();
        await app.AskToSpeakAsync(edition, address);
        var other = await app.AskAsync<ProgrammeOffice, Guid?>(office => office.AddRoomAsync(edition.Id, "Salle Sein", null, null, Ct));

        await app.PublishAsync(edition.Id, office => office.MoveAsync(edition.Id, session.Id, null, new(other, edition.LocalStart, 60), null, Ct));
        Assert.EndsWith("votre salle change", (await app.MailsToAsync(address))[^1]["Subject"], StringComparison.Ordinal);
        await app.PublishAsync(edition.Id, office => office.MoveAsync(edition.Id, session.Id, null, new(other, edition.LocalStart.AddHours(1), 60), null, Ct));

        Assert.EndsWith("votre horaire change", (await app.MailsToAsync(address))[^1]["Subject"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_function_of_the_programme_is_there_to_be_kept_or_corrected()
    {
        var (edition, _, _) = await StageAsync();
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());

        using var shown = await app.Visitor().ReadAsync(page);

        Assert.Equal("directrice", shown.QuerySelector("[name='Input.Function']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_people_write_of_themselves_is_formatted_and_harmless()
    {
        var (edition, _, session) = await StageAsync();
        await app.AskToSpeakAsync(edition, ASpeaker.Address());
        var id = (await app.InvitationAsync(edition)).Id;
        await app.AskAsync<SpeakerAnswers, bool>(answers => answers.AcceptAsync(id, Ct));
        await app.AskAsync<SpeakerAnswers, bool>(answers => answers.DescribeAsync(id, new(null, null, "Elle **ouvre** les <script>données</script>.", null, []), Ct));

        foreach (var address in new[] { $"/journees/{edition.Slug}/interventions", $"/journees/{edition.Slug}/seances/{session.Code}" })
        {
            using var page = await app.Visitor().ReadAsync(address);
            Assert.Equal("ouvre", page.QuerySelector(".person .prose strong")!.TextContent);
            Assert.Null(page.QuerySelector(".person script"));
        }
    }

    [Theory]
    [InlineData(true, "accepte votre proposition", "Déplacez la session sur le tableau")]
    [InlineData(false, "l’horaire prévu reste", "L’horaire prévu reste")]
    public async Task Who_proposes_another_time_reads_the_answer_on_their_page(bool agreed, string told, string said)
    {
        var (edition, organisation, _) = await StageAsync();
        var page = await app.AskToSpeakAsync(edition, ASpeaker.Address());
        await app.AskAsync<SpeakerAnswers, bool>(async answers => await answers.ProposeAsync((await app.InvitationAsync(edition)).Id, "Après 15 h", Ct));
        using var organiser = await app.OrganiserAsync(organisation);
        var desk = $"/organisation/journees/{edition.Id}/programme/personnes";
        using (var asked = await organiser.ReadAsync(desk))
        {
            Assert.Equal(["true", "false"], asked.QuerySelectorAll("[name=agreed]").Select(b => b.GetAttribute("value")));
        }

        foreach (var words in new[] { said, "n’attend plus de réponse" })
        {
            using var answer = await organiser.PostAsync(desk, new Dictionary<string, string> { ["Name"] = ASpeaker.Name, ["agreed"] = agreed ? "true" : "false" }, $"{desk}?handler=Time");
            using var after = await organiser.ReadAsync(desk);
            Assert.Contains(words, after.Words(), StringComparison.Ordinal);
            Assert.Empty(after.QuerySelectorAll("[name=agreed]"));
        }

        Assert.Contains(told, (await app.Visitor().ReadAsync(page)).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("propose un autre horaire", (await organiser.ReadAsync($"/organisation/journees/{edition.Id}/programme")).Words("#alertes"), StringComparison.Ordinal);
        await app.AskAsync<SpeakerAnswers, bool>(async answers => await answers.ProposeAsync((await app.InvitationAsync(edition)).Id, "Après 16 h", Ct));
        Assert.DoesNotContain(told, (await app.Visitor().ReadAsync(page)).Words(), StringComparison.Ordinal);
    }

    private async Task<(Edition Edition, Organisation Organisation, Session Session)> StageAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        Room room = new(edition.Id, "Salle Bréhat", 40, 0);
        var session = ADay.Session(edition, "Table ronde", 0, room, speakers: $"{ASpeaker.Name}, directrice");
        await app.SaveAsync(organisation, edition, room, session);
        return (edition, organisation, session);
    }
}
