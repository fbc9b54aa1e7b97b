using System.IO.Compression;
using System.Net;
using System.Text;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>What organisers do about a call, on their desk.</summary>
public sealed class CallPagesTests(SqliteHub app) : IClassFixture<SqliteHub>, IAsyncDisposable
{
    private readonly DateTime start = app.Clock.Now;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_prepared_from_what_is_proposed_and_published()
    {
        var (organisation, edition) = await DayAsync();
        using var organiser = await app.OrganiserAsync(organisation);
        var desk = $"/organisation/journees/{edition.Id}/appels";
        using var form = await organiser.ReadAsync($"{desk}/preparer");
        var fields = Fields(form);
        fields["Input.Title"] = "Pitchs";

        using var saved = await organiser.PostAsync($"{desk}/preparer", fields);
        var page = saved.Headers.Location!.ToString();
        Assert.Contains("Brouillon, invisible du public", (await organiser.ReadAsync(page)).Words(), StringComparison.Ordinal);
        using var published = await organiser.PostAsync(page, new Dictionary<string, string>(), $"{page}?handler=Publish");

        using var visitor = app.Visitor();
        var words = (await visitor.ReadAsync($"/journees/{edition.Slug}/appels/pitchs")).Words();
        Assert.Contains("L’appel ouvre le", words, StringComparison.Ordinal);
        Assert.Contains("Ce qu’un autre territoire peut en reprendre", words, StringComparison.Ordinal);
        Assert.Contains("Résultats déjà obtenus 33\u00a0%", words, StringComparison.Ordinal);
        Assert.Contains("Pitchs Annoncé, pas encore ouvert", (await organiser.ReadAsync(desk)).Words("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_the_form_is_said_beside_it_and_stays()
    {
        var (organisation, edition) = await DayAsync();
        using var organiser = await app.OrganiserAsync(organisation);
        var page = $"/organisation/journees/{edition.Id}/appels/preparer";
        var fields = Fields(await organiser.ReadAsync(page));
        (fields["Input.Opens"], fields["Input.Closes"]) = ("2027-03-28T02:30", "2027-03-01T09:00");
        (fields["Input.Questions[0].MaxLength"], fields["Input.Criteria[0].Weight"], fields["Input.Criteria[1].Anchors"]) = ("0", "beaucoup", "9 : trop");

        using var answer = await organiser.PostAsync(page, fields);

        using var shown = await answer.ReadAsync();
        Assert.Contains("Cette heure n’existe pas", shown.Words("#Input_Opens-error"), StringComparison.Ordinal);
        Assert.Contains("nombre de 1 à", shown.Words("#Input_Questions_0__MaxLength-error"), StringComparison.Ordinal);
        Assert.Contains("Le poids", shown.Words("#Input_Criteria_0__Weight-error"), StringComparison.Ordinal);
        Assert.Contains("une note de 0 à 5", shown.Words("#Input_Criteria_1__Anchors-error"), StringComparison.Ordinal);
        Assert.Equal("beaucoup", shown.QuerySelector("#Input_Criteria_0__Weight")!.GetAttribute("value"));
        Assert.Equal(0, await app.ReadAsync(db => db.CallsForPitches.CountAsync(c => c.EditionId == edition.Id, Ct)));
    }

    [Fact]
    public async Task Once_open_words_change_and_questions_do_not()
    {
        var call = await ACall.OpenAsync(app);
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var page = $"/organisation/journees/{call.Edition.Id}/appels/preparer/{call.Call.Id}";
        using var form = await organiser.ReadAsync(page);
        Assert.Empty(form.QuerySelectorAll("[name^='Input.Questions'], [name='Input.Opens']"));

        using var saved = await organiser.PostAsync(page, new Dictionary<string, string> { ["Input.Title"] = "Pitchs, nouvelle édition", ["Input.Questions[0].Label"] = "Autre question", ["Input.Questions[0].MaxLength"] = "10" });

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var contest = await app.ReadAsync(db => db.Contests.AsNoTracking().SingleAsync(c => c.Id == call.Call.Id, Ct));
        Assert.Equal("Titre", contest.Form.Fields[0].Label);
        using var visitor = app.Visitor();
        Assert.Equal("Pitchs, nouvelle édition", (await visitor.ReadAsync(call.Page)).Words("h1"));
    }

    [Fact]
    public async Task A_closing_is_put_off_publicly_and_told_and_never_brought_forward()
    {
        var call = await ACall.OpenAsync(app);
        var email = $"{Guid.NewGuid():N}@rance.example";
        await call.BeginAsync(app, email);
        using var organiser = await app.OrganiserAsync(call.Organisation);
        var later = Core.Calendars.WallClock.ToWall(app.Clock.Now.AddHours(3), "Europe/Paris");

        using var sooner = await organiser.PostAsync(call.Desk, new Dictionary<string, string> { ["NewClosing"] = $"{later.AddHours(-3):yyyy-MM-dd'T'HH:mm}" }, $"{call.Desk}?handler=Extend");
        Assert.Contains("Indiquez une clôture plus tardive", (await sooner.ReadAsync()).Words("#NewClosing-error"), StringComparison.Ordinal);
        using var put = await organiser.PostAsync(call.Desk, new Dictionary<string, string> { ["NewClosing"] = $"{later:yyyy-MM-dd'T'HH:mm}" }, $"{call.Desk}?handler=Extend");

        Assert.Contains("plus de temps", (await app.MailsToAsync(email))[^1]["Subject"], StringComparison.Ordinal);
        app.Clock.Now = start.AddHours(2);
        using var visitor = app.Visitor();
        Assert.Contains("L’appel est ouvert", (await visitor.ReadAsync(call.Page)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_says_so_everywhere_and_tells_those_who_wrote_and_those_who_judge()
    {
        var call = await ACall.OpenAsync(app);
        var (writes, judges, left) = (AContest.Address("rance"), AContest.Address("region"), AContest.Address("vire"));
        var page = await call.ProposeAsync(app, writes);
        var withdrawn = await call.SendAsync(app, "Ville de Vire", left);
        await app.AskAsync<PitchDesk, bool>(desk => desk.WithdrawAsync(withdrawn, Ct));
        Assert.True(await call.InviteAsync(app, judges));
        var committee = (await app.MailsToAsync(judges))[^1].LinkTo("/comite/");
        var before = (await app.MailsToAsync(left)).Count;
        using var organiser = await app.OrganiserAsync(call.Organisation);
        using var visitor = app.Visitor();

        using var tooLong = await organiser.PostAsync(call.Desk, new Dictionary<string, string> { ["CancelReason"] = new('x', 1001) }, $"{call.Desk}?handler=Cancel");
        Assert.Contains("dépasse 1", (await tooLong.ReadAsync()).Words("#CancelReason-error"), StringComparison.Ordinal);
        using var cancelled = await organiser.PostAsync(call.Desk, new Dictionary<string, string> { ["CancelReason"] = "La session est supprimée." }, $"{call.Desk}?handler=Cancel");

        Assert.Contains("L’appel est annulé", (await organiser.ReadAsync(call.Desk)).Words(), StringComparison.Ordinal);
        foreach (var email in new[] { writes, judges })
        {
            var mail = (await app.MailsToAsync(email))[^1];
            Assert.Contains("appel annulé", mail["Subject"], StringComparison.Ordinal);
            Assert.Contains("La session est supprimée.", mail.Text(), StringComparison.Ordinal);
        }

        Assert.Equal(before, (await app.MailsToAsync(left)).Count);
        foreach (var shown in new[] { call.Page, page, committee })
        {
            Assert.Contains("Cet appel est annulé", (await visitor.ReadAsync(shown)).Words(), StringComparison.Ordinal);
        }

        Assert.Null((await organiser.ReadAsync(call.Desk)).QuerySelector("form[action*='handler=Cancel']"));
        Assert.False(await app.AskAsync<PitchDesk, bool>(desk => desk.BeginAsync(call.Call.Id, "Ville d’Erdre", "Maï Kerouac", AContest.Address("erdre"), "fr", Ct)));
    }

    [Fact]
    public async Task What_is_decided_and_said_is_not_cancelled()
    {
        var call = await ACall.OpenAsync(app);
        await call.ReleasedAsync(app, ("Ville de Vire", Verdict.Declined));

        Assert.False(await app.AskAsync<CallOffice, bool>(office => office.CancelAsync(call.Call.Id, null, null, Ct)));
    }

    [Fact]
    public async Task Organisers_read_what_was_sent_and_not_what_is_being_written()
    {
        var call = await ACall.OpenAsync(app);
        var page = await call.BeginAsync(app, $"{Guid.NewGuid():N}@rance.example", "Ville <de> Rance");
        using var visitor = app.Visitor();
        using var organiser = await app.OrganiserAsync(call.Organisation);
        using var kept = await visitor.PostAsync(page, ACall.Answers("Rien que pour nous", "Mots"));
        Assert.Contains("Aucune proposition reçue", (await organiser.ReadAsync(call.Desk)).Words(), StringComparison.Ordinal);

        using var sent = await visitor.PostAsync(page, ACall.Answers("Trois capteurs", "Mots", seen: 1), $"{page}?handler=Send");
        using var rewritten = await visitor.PostAsync(page, ACall.Answers("Pas encore envoyé", "Mots", seen: 2));

        var proposal = $"{call.Desk}/propositions/{(await call.ApplicationAsync(app)).Id}";
        var words = (await organiser.ReadAsync(proposal)).Words();
        Assert.Contains("Trois capteurs", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pas encore envoyé", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pas encore envoyé", (await organiser.ReadAsync(call.Desk)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_each_version_as_its_receipt_has_it_and_a_table()
    {
        var call = await ACall.OpenAsync(app);
        var page = await call.BeginAsync(app, $"{Guid.NewGuid():N}@rance.example", "=cmd|' /C calc'!A0");
        using var visitor = app.Visitor();
        using var first = await visitor.PostAsync(page, ACall.Answers("Un", "Mots"), $"{page}?handler=Send");
        using var second = await visitor.PostAsync(page, ACall.Answers("Deux", "Mots", seen: 1), $"{page}?handler=Send");
        using var organiser = await app.OrganiserAsync(call.Organisation);

        await using ZipArchive zip = new(await organiser.GetStreamAsync($"{call.Desk}/propositions.zip", Ct));

        var versions = await call.VersionsAsync(app);
        Assert.Equal(2, versions.Count);
        foreach (var version in versions)
        {
            Assert.Equal(version.Hash, ApplicationVersion.HashOf(await TextAsync(zip, $"proposition-1-v{version.Number}.json")));
        }

        var table = await TextAsync(zip, "propositions.csv");
        Assert.Contains(versions[1].Hash, table, StringComparison.Ordinal);
        Assert.DoesNotContain(";=cmd", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_days_call_is_not_there()
    {
        var (mine, theirs) = (await ACall.OpenAsync(app), await ACall.OpenAsync(app));
        using var organiser = await app.OrganiserAsync(mine.Organisation);

        foreach (var path in (string[])["", "/propositions.zip", $"/propositions/{Guid.NewGuid()}"])
        {
            using var answer = await organiser.GetAsync($"/organisation/journees/{mine.Edition.Id}/appels/{theirs.Call.Id}{path}", Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    public ValueTask DisposeAsync()
    {
        app.Clock.Now = start;
        return ValueTask.CompletedTask;
    }

    private async Task<(Core.Organisations.Organisation Organisation, Core.Events.Edition Edition)> DayAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return (organisation, edition);
    }

    /// <summary>The form as it is shown.</summary>
    private static Dictionary<string, string> Fields(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("main form [name]")
        .Where(c => c.GetAttribute("name") != "__RequestVerificationToken" && (c.GetAttribute("type") != "checkbox" || c.HasAttribute("checked")))
        .GroupBy(c => c.GetAttribute("name")!)
        .ToDictionary(
            c => c.Key,
            c => c.First() switch
            {
                AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
                AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
                var other => other.GetAttribute("value") ?? "",
            },
            StringComparer.Ordinal);

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using StreamReader reader = new(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return await reader.ReadToEndAsync(Ct);
    }
}
