using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Pitches;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>A call of a public day, open from an hour before the clock of the tests until an hour after.</summary>
internal sealed record ACall(Edition Edition, Organisation Organisation, CallForPitches Call)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Page => $"/journees/{Edition.Slug}/appels/{Call.Slug}";

    public string Desk => $"/organisation/journees/{Edition.Id}/appels/{Call.Id}";

    public static async Task<ACall> OpenAsync(HubApp app, int? mostPerOrganisation = null, bool isPublished = true)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return await OnAsync(app, organisation, edition, mostPerOrganisation, isPublished);
    }

    public static async Task<ACall> OnAsync(HubApp app, Organisation organisation, Edition edition, int? mostPerOrganisation = null, bool isPublished = true)
    {
        CallFacts facts = new("Pitchs 2027", "Europe/Paris") { EnglishTitle = "Pitches", Introduction = "Montrez ce qui marche.", Eligibility = "Toute collectivité." };
        var call = await app.AskAsync<CallOffice, CallForPitches?>(office => office.CreateAsync(edition.Id, facts, AContest.Terms(app.Clock.Now, mostPerOrganisation), null, Ct));
        if (isPublished)
        {
            Assert.True(await app.AskAsync<CallOffice, bool>(office => office.PublishAsync(call!.Id, null, Ct)));
        }

        return new(edition, organisation, call!);
    }

    /// <summary>Asks for a link, and reads it in the mail.</summary>
    /// <returns>Path of the page to write on.</returns>
    public async Task<string> BeginAsync(HubApp app, string email, string organisation = "Ville de Rance")
    {
        Assert.True(await app.AskAsync<PitchDesk, bool>(desk => desk.BeginAsync(Call.Id, organisation, "Awa Dembasse", email, "fr", Ct)));
        return (await app.MailsToAsync(email))[^1].LinkTo("/proposer/");
    }

    public static Dictionary<string, string> Begin(string email, string organisation = "Ville de Rance") =>
        new() { ["Input.Organisation"] = organisation, ["Input.Name"] = "Awa Dembasse", ["Input.Email"] = email };

    /// <summary>What the form of a proposal sends.</summary>
    public static Dictionary<string, string> Answers(string title, string pitch, int seen = 0) =>
        new() { ["Input.Answers[title]"] = title, ["Input.Answers[pitch]"] = pitch, ["Input.Seen[title]"] = $"{seen}", ["Input.Seen[pitch]"] = $"{seen}" };

    /// <summary>Of all its proposals, in the order they came.</summary>
    public Task<List<ApplicationVersion>> VersionsAsync(HubApp app) => app.ReadAsync(db =>
    {
        var mine = db.Applications.Where(a => a.ContestId == Call.Id).Select(a => a.Id);
        return db.ApplicationVersions.AsNoTracking().Where(v => mine.Contains(v.ApplicationId)).OrderBy(v => v.SubmittedAt).ThenBy(v => v.Number).ToListAsync(Ct);
    });

    /// <returns>Path of the page of a proposal that was sent and is being changed.</returns>
    public async Task<string> ProposeAsync(HubApp app, string email)
    {
        var page = await BeginAsync(app, email);
        var author = (await app.ReadAsync(db => db.AuthorOfAsync(page["/proposer/".Length..], Ct)))!;
        await app.WriteAsync(author, "title", "Trois capteurs par quartier");
        await app.WriteAsync(author, "pitch", "Des fuites en moins.");
        Assert.Equal(SubmitOutcome.Done, (await app.AskAsync<PitchDesk, Submitted>(desk => desk.SubmitAsync(author, app.Clock.Now, Ct))).Outcome);
        await app.WriteAsync(author, "pitch", "Moins de fuites.", seen: 1);
        return page;
    }

    public Task<Application> ApplicationAsync(HubApp app) => app.ReadAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.ContestId == Call.Id, Ct));
}
