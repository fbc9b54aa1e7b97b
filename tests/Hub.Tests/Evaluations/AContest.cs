using System.Text;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Files;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Evaluations;

/// <summary>Something to apply to: opened an hour before the clock of the tests, closing an hour after.</summary>
internal static class AContest
{
    public static readonly ScoringGrid Grid = new(
        [new("interest", "Intérêt", 3) { Anchors = [new(0, "aucun"), new(5, "décisif")] }, new("clarity", "Clarté", 1)], Minimum: 0, Maximum: 5, Step: 0.5m);

    public static readonly ApplicationForm Form = new(
    [
        new("title", FieldKind.Line, "Titre", 90),
        new("pitch", FieldKind.Text, "En quelques mots", 240),
        new("theme", FieldKind.Choice, "Thème", 40, IsRequired: false) { Choices = ["Eau", "Données"] },
        new("video", FieldKind.Link, "Vidéo", 200, IsRequired: false),
        new("files", FieldKind.Files, "Pièces", 3, IsRequired: false),
    ]);

    /// <summary>Short, and as good as a PDF to whoever only looks at its first bytes.</summary>
    public static byte[] Pdf(string words) => [.. "%PDF-1.7 "u8, .. Encoding.UTF8.GetBytes(words)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static ContestTerms Terms(DateTime now, int? mostPerOrganisation = null) => new(now.AddHours(-1), now.AddHours(1), Form, Grid, mostPerOrganisation);

    /// <summary>The same everywhere: at "example" anybody may have an address of their own organisation.</summary>
    public static string Address(string organisation) => $"{Guid.NewGuid():N}@{organisation}.example";

    public static ReviewSheet Sheet(decimal? interest, decimal? clarity, string? note = null) =>
        new(new Dictionary<string, Mark> { ["interest"] = new(interest, null), ["clarity"] = new(clarity, null) }, note);

    extension(HubApp app)
    {
        public DateTime Now => app.Clock.Now;

        public async Task<Contest> ContestAsync(int? mostPerOrganisation = null)
        {
            Contest contest = new(Guid.CreateVersion7(), Terms(app.Now, mostPerOrganisation));
            await app.SaveAsync(contest);
            return contest;
        }

        public Task<Author?> BeginAsync(Contest contest, string organisation = "Ville de Rance", string? email = null) =>
            app.InOperationAsync<Author?>((desk, link) => desk.BeginAsync(contest.Id, organisation, "Awa Dembasse", email ?? Address("rance"), "fr", link, Ct));

        public Task<SaveOutcome> WriteAsync(Author author, string key, string text, int seen = 0) =>
            app.AskAsync<ApplicationDesk, SaveOutcome>(desk => desk.SaveAsync(author.ApplicationId, key, text, seen, Ct));

        public Task<AttachOutcome> AttachAsync(Author author, string name, byte[] content, DateTime? arrivedAt = null) =>
            app.AskAsync<AttachmentDesk, AttachOutcome>(desk => desk.AttachAsync(author.ApplicationId, "files", DocumentFile.Read(name, content)!, arrivedAt ?? app.Now, Ct));

        public Task<Submitted> SubmitAsync(Author author, DateTime? arrivedAt = null) =>
            app.InOperationAsync((desk, _) => desk.SubmitAsync(author, arrivedAt ?? app.Now, Ct));

        /// <summary>Written and sent.</summary>
        public async Task<Author> ApplyAsync(Contest contest, string organisation = "Ville de Rance", string? email = null)
        {
            var author = (await app.BeginAsync(contest, organisation, email))!;
            await app.WriteAsync(author, "title", $"Le projet de {organisation}");
            await app.WriteAsync(author, "pitch", "Trois capteurs par quartier.");
            Assert.Equal(SubmitOutcome.Done, (await app.SubmitAsync(author)).Outcome);
            return author;
        }

        public async Task<Reviewer> ReviewerAsync(Contest contest, string organisation, string? email = null)
        {
            var link = app.NewLink();
            Reviewer reviewer = new(contest.Id, "Noé Lanvallay", organisation, email ?? Address(Guid.NewGuid().ToString("N")), "fr", link, app.Now);
            await app.SaveAsync(reviewer);
            return reviewer;
        }

        public Task<Application> ApplicationAsync(Author author) =>
            app.ReadAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == author.ApplicationId, Ct));

        public Task<OpenFile?> OpenAsync(Reviewer reviewer, Author author) =>
            app.AskAsync<ReviewRoom, OpenFile?>(room => room.OpenAsync(reviewer.Id, author.ApplicationId, Ct));

        public Task<IReadOnlyList<QueueEntry>> QueueAsync(Reviewer reviewer) =>
            app.AskAsync<ReviewRoom, IReadOnlyList<QueueEntry>>(room => room.QueueAsync(reviewer.Id, Ct));

        public Task<SaveOutcome> JudgeAsync(Reviewer reviewer, Author author, ReviewSheet sheet, int seen = 0) =>
            app.AskAsync<ReviewRoom, SaveOutcome>(room => room.SaveAsync(reviewer.Id, author.ApplicationId, sheet, seen, Ct));

        public Task<bool> SendReviewAsync(Reviewer reviewer, Author author) =>
            app.AskAsync<ReviewRoom, bool>(room => room.SubmitAsync(reviewer.Id, author.ApplicationId, Ct));

        /// <summary>Judged and sent.</summary>
        public async Task JudgeAsync(Reviewer reviewer, Author author, decimal mark)
        {
            Assert.Equal(SaveOutcome.Saved, await app.JudgeAsync(reviewer, author, Sheet(mark, mark)));
            Assert.True(await app.SendReviewAsync(reviewer, author));
        }

        public Task<bool> RecuseAsync(Reviewer reviewer, Author author) =>
            app.AskAsync<ReviewRoom, bool>(room => room.RecuseAsync(reviewer.Id, author.ApplicationId, RecusalKind.Declared, "Ma sœur y travaille.", null, Ct));

        public Task<IReadOnlyList<Ranked>> RankAsync(Contest contest) => app.ReadAsync(db => db.RankAsync(contest.Id, Ct));

        public PersonalLink NewLink() => app.AskAsync<PersonalLinks, PersonalLink>(links => Task.FromResult(links.New())).GetAwaiter().GetResult();

        public async Task<T> InOperationAsync<T>(Func<ApplicationDesk, PersonalLink, Task<T>> operation)
        {
            var link = app.NewLink();
            await using var scope = app.Services.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<ApplicationDesk>();
            return await scope.ServiceProvider.GetRequiredService<HubDbContext>().WriteAsync(_ => operation(desk, link), Ct);
        }
    }
}
