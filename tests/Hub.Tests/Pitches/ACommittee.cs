using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Pitches;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>What becomes of the proposals of a call once it is closed.</summary>
internal static class ACommittee
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Two more calls of a day: one whose committee is at work, one that is released.</summary>
    /// <param name="stage">Session in which the released ones have their turns.</param>
    /// <returns>Pages of a reviewer and of an author; pages of organisers.</returns>
    public static async Task<(string[] Personal, string[] Desk)> AtWorkAsync(HubApp app, Organisation organisation, Edition day, Guid stage)
    {
        var (judged, released) = (await ACall.OnAsync(app, organisation, day), await ACall.OnAsync(app, organisation, day));
        var (first, second) = (await judged.SendAsync(app, "Ville de Rance"), await judged.SendAsync(app, "Ville d’Erdre"));
        var ((reviewer, page), (other, _)) = (await judged.JoinAsync(app), await judged.JoinAsync(app, name: "Maï Kerouac"));
        await judged.CloseAsync(app);
        await app.JudgeAsync(reviewer, first, 4);
        await app.JudgeAsync(other, first, 3);
        await judged.DecideAsync(app, (first, Verdict.Reserve, 1));
        var authors = await released.ReleasedAsync(app, ("Ville de Vire", Verdict.Accepted), ("Ville d’Aulne", Verdict.Declined));
        var mine = await PageOfAsync(app, authors[0]);
        Assert.True(await app.AskAsync<PitchStage, bool>(office => office.PlayInAsync(released.Call.Id, stage, null, Ct)));
        Assert.True(await app.ConfirmAsync(authors[0], "Jo Bellec, élu"));
        return (
            [page, $"{page}/{first.ApplicationId}", $"{page}/{second.ApplicationId}", $"{page}/comparer?p={first.ApplicationId}&p={second.ApplicationId}", mine, $"{mine}/documents", await PageOfAsync(app, authors[1])],
            [judged.Desk, $"{judged.Desk}/comite", $"{judged.Desk}/decisions", $"{judged.Desk}/propositions/{first.ApplicationId}", $"{released.Desk}/decisions"]);
    }

    extension(ACall call)
    {
        /// <summary>Sent on behalf of an organisation, by an address of its own.</summary>
        public async Task<Author> SendAsync(HubApp app, string organisation, string? email = null)
        {
            var page = await call.BeginAsync(app, email ?? AContest.Address(Slug(organisation)), organisation);
            var author = (await app.ReadAsync(db => db.AuthorOfAsync(page["/proposer/".Length..], Ct)))!;
            await app.WriteAsync(author, "title", $"Le projet de {organisation}");
            await app.WriteAsync(author, "pitch", "Des fuites en moins.");
            Assert.Equal(SubmitOutcome.Done, (await app.AskAsync<PitchDesk, Submitted>(desk => desk.SubmitAsync(author, app.Clock.Now, Ct))).Outcome);
            return author;
        }

        /// <summary>Its window is over, whatever the clock says.</summary>
        public Task CloseAsync(HubApp app) => app.ReadAsync(db => db.Contests.Where(c => c.Id == call.Call.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClosesAt, app.Clock.Now.AddMinutes(-1)), Ct));

        public Task<bool> InviteAsync(HubApp app, string email, string organisation = "Région d’exemple", string name = "Noé Lanvallay") =>
            app.AskAsync<Committee, bool>(committee => committee.InviteAsync(call.Call.Id, name, organisation, email, "fr", null, Ct));

        /// <summary>Asked in, and their link read in the mail.</summary>
        public async Task<(Reviewer Reviewer, string Page)> JoinAsync(HubApp app, string organisation = "Région d’exemple", string name = "Noé Lanvallay")
        {
            var email = AContest.Address(Slug(organisation));
            Assert.True(await call.InviteAsync(app, email, organisation, name));
            var page = (await app.MailsToAsync(email))[^1].LinkTo("/comite/");
            return ((await app.ReadAsync(db => db.ReviewerOfAsync(page["/comite/".Length..], Ct)))!, page);
        }

        /// <summary>Decided by somebody who sees what stands.</summary>
        public async Task DecideAsync(HubApp app, params IEnumerable<(Author Author, Verdict? Verdict, int? Position)> verdicts)
        {
            var seen = await app.ReadAsync(db => db.Decisions.Where(d => d.ContestId == call.Call.Id).ToDictionaryAsync(d => d.ApplicationId, d => d.Version, Ct));
            List<Decided> decided = [.. verdicts.Select(v => new Decided(v.Author.ApplicationId, v.Verdict, v.Position, null, seen.GetValueOrDefault(v.Author.ApplicationId)))];
            Assert.Empty(await app.AskAsync<DecisionOffice, IReadOnlyList<Guid>>(office => office.DecideAsync(call.Call.Id, decided, null, Ct)));
        }

        public Task<ReleaseOutcome> ReleaseAsync(HubApp app, int days = 7) => app.AskAsync<DecisionOffice, ReleaseOutcome>(office => office.ReleaseAsync(call.Call.Id, days, null, Ct));

        /// <summary>Sent by each organisation; the window over, decided as said and released.</summary>
        public async Task<IReadOnlyList<Author>> ReleasedAsync(HubApp app, params IReadOnlyList<(string Organisation, Verdict Verdict)> proposals)
        {
            List<Author> authors = [];
            foreach (var (organisation, _) in proposals)
            {
                authors.Add(await call.SendAsync(app, organisation));
            }

            await call.CloseAsync(app);
            await call.DecideAsync(app, proposals.Select((p, n) => (authors[n], (Verdict?)p.Verdict, (int?)null)));
            Assert.Equal(ReleaseOutcome.Done, await call.ReleaseAsync(app));
            return authors;
        }
    }

    extension(HubApp app)
    {
        public Task<bool> ConfirmAsync(Author author, string presenters = "Awa Dembasse, directrice") =>
            app.AskAsync<PitchStage, bool>(stage => stage.ConfirmAsync(author, new(presenters, "Moins d’eau perdue.", null), app.Clock.Now, Ct));

        public Task<bool> WithdrawAsync(Author author) => app.AskAsync<PitchDesk, bool>(desk => desk.WithdrawAsync(author, Ct));

        public Task<StageOffer?> OfferAsync(Author author) => app.ReadAsync(db => db.StageOffers.AsNoTracking().SingleOrDefaultAsync(o => o.ApplicationId == author.ApplicationId, Ct));

        public Task<Decision?> DecisionAsync(Author author) => app.ReadAsync(db => db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.ApplicationId == author.ApplicationId, Ct));

        /// <summary>The subject of the last mail to an author, without the day's title.</summary>
        public async Task<string> LastSubjectAsync(Author author) => (await app.MailsToAsync(author.Email))[^1]["Subject"].Split(':')[^1].Trim();
    }

    private static async Task<string> PageOfAsync(HubApp app, Author author) => (await app.MailsToAsync(author.Email))[0].LinkTo("/proposer/");

    private static string Slug(string organisation) => Slugs.Of(organisation, 40);
}
