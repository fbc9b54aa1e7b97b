using System.Security.Cryptography;
using Hub.Core.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Evaluations;

/// <summary>Documents beside answers: what stands there is what was put there, and nothing is kept that nobody names.</summary>
public abstract class AttachmentDeskTests(HubApp app)
{
    private static readonly byte[] Budget = AContest.Pdf("budget");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_named_by_its_hash_in_the_answer_and_in_the_version_sent()
    {
        var author = await WrittenAsync();

        Assert.Equal(AttachOutcome.Done, await app.AttachAsync(author, "budget.pdf", Budget));
        var sent = await app.SubmitAsync(author);

        AttachedFile file = new(Convert.ToHexStringLower(SHA256.HashData(Budget)), "budget.pdf");
        Assert.Equal([file], AttachedFile.In((await app.ApplicationAsync(author)).TextOf("files")));
        Assert.Equal($"{file.Hash}  budget.pdf", sent.Version!.Answers.Single(a => a.Key == "files").Text);
        Assert.Equal([Budget.Length], (await SizesAsync(author)).Values);
    }

    [Fact]
    public async Task A_document_of_the_same_name_takes_the_place_of_the_one_before()
    {
        var author = await WrittenAsync();
        await app.AttachAsync(author, "budget.pdf", Budget);
        await app.AttachAsync(author, "plan.pdf", AContest.Pdf("plan"));

        Assert.Equal(AttachOutcome.Done, await app.AttachAsync(author, "budget.pdf", AContest.Pdf("budget, corrigé")));

        Assert.Equal(["plan.pdf", "budget.pdf"], await NamesAsync(author));
        Assert.Equal(2, (await SizesAsync(author)).Count);
    }

    [Fact]
    public async Task A_question_takes_as_many_as_it_asks_for_and_no_more()
    {
        var author = await WrittenAsync();
        foreach (var n in Enumerable.Range(1, 3))
        {
            Assert.Equal(AttachOutcome.Done, await app.AttachAsync(author, $"{n}.pdf", AContest.Pdf($"{n}")));
        }

        Assert.Equal(AttachOutcome.TooMany, await app.AttachAsync(author, "4.pdf", AContest.Pdf("4")));
        Assert.Equal(3, (await SizesAsync(author)).Count);
    }

    [Fact]
    public async Task All_documents_together_weigh_no_more_than_an_application_may()
    {
        var author = await WrittenAsync();
        Task<AttachOutcome> AttachAsync(int number, int bytes) => app.AttachAsync(author, $"{number}.pdf", AContest.Pdf($"{number}".PadRight(bytes - AContest.Pdf("").Length)));
        Assert.Equal(AttachOutcome.Done, await AttachAsync(1, Attachment.MostBytes - 2_000));
        Assert.Equal(AttachOutcome.Done, await AttachAsync(2, 1_000));

        Assert.Equal(AttachOutcome.TooHeavy, await AttachAsync(3, 1_001));
        Assert.Equal(AttachOutcome.Done, await AttachAsync(3, 1_000));
        Assert.Equal(AttachOutcome.Done, await AttachAsync(2, 999));

        Assert.Equal(["1.pdf", "3.pdf", "2.pdf"], await NamesAsync(author));
    }

    [Fact]
    public async Task After_the_closing_nothing_is_attached_or_removed()
    {
        var author = await WrittenAsync();
        await app.AttachAsync(author, "budget.pdf", Budget);
        var late = app.Now.AddHours(1);

        Assert.Equal(AttachOutcome.Late, await app.AttachAsync(author, "plan.pdf", AContest.Pdf("plan"), late));
        Assert.False(await DetachAsync(author, "budget.pdf", late));
        Assert.Equal(AttachOutcome.Done, await app.AttachAsync(author, "plan.pdf", AContest.Pdf("plan"), late.AddTicks(-1)));

        Assert.Equal(["budget.pdf", "plan.pdf"], await NamesAsync(author));
    }

    [Fact]
    public async Task What_was_sent_stays_until_something_else_is_sent()
    {
        var author = await WrittenAsync();
        await app.AttachAsync(author, "budget.pdf", Budget);
        await app.SubmitAsync(author);

        Assert.True(await DetachAsync(author, "budget.pdf"));
        await app.AttachAsync(author, "plan.pdf", AContest.Pdf("plan"));
        Assert.True((await app.ApplicationAsync(author)).HasUnsent);
        Assert.Equal(2, (await SizesAsync(author)).Count);
        await app.SubmitAsync(author);

        Assert.Single(await SizesAsync(author));
        Assert.False((await app.ApplicationAsync(author)).HasUnsent);
    }

    [Fact]
    public async Task What_was_never_sent_goes_as_soon_as_it_is_removed()
    {
        var author = await WrittenAsync();
        await app.AttachAsync(author, "budget.pdf", Budget);

        Assert.True(await DetachAsync(author, "budget.pdf"));
        Assert.False(await DetachAsync(author, "budget.pdf"));

        Assert.Empty(await SizesAsync(author));
    }

    [Fact]
    public async Task Colleagues_who_attach_at_once_lose_nothing()
    {
        var author = await WrittenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 3).Select(n => app.AttachAsync(author, $"{n}.pdf", AContest.Pdf($"{n}"))));

        Assert.All(outcomes, o => Assert.Equal(AttachOutcome.Done, o));
        Assert.Equal(["1.pdf", "2.pdf", "3.pdf"], (await NamesAsync(author)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_types_the_name_of_a_document_they_do_not_have()
    {
        var author = await WrittenAsync();

        Assert.Equal(SaveOutcome.Refused, await app.WriteAsync(author, "files", $"{new string('a', 64)}  budget.pdf"));
    }

    private async Task<Author> WrittenAsync()
    {
        var author = (await app.BeginAsync(await app.ContestAsync()))!;
        await app.WriteAsync(author, "title", "Titre");
        await app.WriteAsync(author, "pitch", "Mots");
        return author;
    }

    private Task<bool> DetachAsync(Author author, string name, DateTime? arrivedAt = null) =>
        app.AskAsync<AttachmentDesk, bool>(desk => desk.DetachAsync(author.ApplicationId, "files", name, arrivedAt ?? app.Now, Ct));

    private async Task<IEnumerable<string>> NamesAsync(Author author) => AttachedFile.In((await app.ApplicationAsync(author)).TextOf("files")).Select(f => f.FileName);

    private Task<IReadOnlyDictionary<string, int>> SizesAsync(Author author) => app.ReadAsync(db => db.FileSizesAsync(author.ApplicationId, Ct));

    public sealed class OnSqlite(SqliteHub app) : AttachmentDeskTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : AttachmentDeskTests(app), IClassFixture<PostgreSqlHub>;
}
