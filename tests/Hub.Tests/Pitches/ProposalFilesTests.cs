using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Evaluations;
using Hub.Core.Files;
using Hub.Core.Pitches;
using Hub.Core.Privacy;
using Hub.Tests.Evaluations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Pitches;

/// <summary>Documents of a proposal, from whoever writes it to whoever judges it.</summary>
public sealed class ProposalFilesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static readonly byte[] Budget = AContest.Pdf("budget");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_sent_with_the_words_shown_with_its_size_and_taken_back()
    {
        var (_, page, author) = await BegunAsync();

        using var saved = await SendAsync(author, page, null, [("budget é.pdf", Budget)], ("Input.Answers[title]", "Trois capteurs"));
        Assert.Equal(page, saved.Headers.Location?.ToString());
        using var shown = await author.ReadAsync(page);

        Assert.Equal("budget é.pdf (PDF, 1\u00a0ko)", shown.Words("[data-files-list] a"));
        Assert.Equal("Trois capteurs", shown.QuerySelector("[name='Input.Answers[title]']")!.GetAttribute("value"));
        using var taken = await author.GetAsync(page + shown.QuerySelector("[data-files-list] a")!.GetAttribute("href"), Ct);
        Assert.Equal(Budget, await taken.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(("attachment", "budget é.pdf"), (taken.Content.Headers.ContentDisposition!.DispositionType, taken.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Contains("sandbox", taken.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var removed = await SendAsync(author, page, shown.QuerySelector("[data-files-list] button")!.GetAttribute("formaction"), [], ("Input.Answers[pitch]", "Par quartier."));
        using var after = await author.ReadAsync(page);
        Assert.Empty(after.QuerySelectorAll("[data-files-list] a"));
        Assert.Contains("Par quartier.", after.Words("textarea"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_or_no_document_is_named_and_words_and_the_other_documents_are_kept()
    {
        var (_, page, author) = await BegunAsync();

        using var sent = await SendAsync(author, page, null,
            [("gros.pdf", [.. Budget, .. new byte[DocumentFile.MostBytes]]), ("page.html", "<script>alert(1)</script>"u8.ToArray()), ("budget.pdf", Budget)], ("Input.Answers[title]", "Trois capteurs"));
        using var shown = await sent.ReadAsync();

        var said = shown.Words(".field__error");
        Assert.Contains("«\u00a0gros.pdf\u00a0»\u00a0: Ce document pèse 10,1\u00a0Mo, pour 10\u00a0Mo au plus.", said, StringComparison.Ordinal);
        Assert.Contains("«\u00a0page.html\u00a0»\u00a0: Ce fichier n’est pas un document", said, StringComparison.Ordinal);
        Assert.StartsWith("budget.pdf", shown.Words("[data-files-list] a"), StringComparison.Ordinal);
        Assert.Equal("Trois capteurs", shown.QuerySelector("[name='Input.Answers[title]']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task In_a_cancelled_call_no_document_is_taken()
    {
        var (call, page, author) = await BegunAsync();
        Assert.True(await app.AskAsync<CallOffice, bool>(office => office.CancelAsync(call.Call.Id, null, null, Ct)));

        using var answer = await SendAsync(author, page, $"{page}?handler=Attach&key=files", [("budget.pdf", Budget)]);

        Assert.Contains("ce fichier n’a pas été joint", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(async db => await db.FileSizesAsync((await call.ApplicationAsync(app)).Id, Ct)));
    }

    [Fact]
    public async Task A_cancelled_call_receives_nothing_from_a_page_that_was_open_before()
    {
        var (call, page, author) = await BegunAsync();
        Assert.True(await app.AskAsync<CallOffice, bool>(office => office.CancelAsync(call.Call.Id, null, null, Ct)));

        using var sent = await SendAsync(author, page, $"{page}?handler=Send", [], ("Input.Answers[title]", "Trois capteurs"), ("Input.Answers[pitch]", "Par quartier."));

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Empty(await call.VersionsAsync(app));
    }

    [Fact]
    public async Task The_committee_and_the_organisers_read_the_documents_that_were_sent_and_no_others()
    {
        var (call, page, author) = await BegunAsync();
        var proposal = (await app.ReadAsync(db => db.AuthorOfAsync(page["/proposer/".Length..], Ct)))!;
        using var sent = await SendAsync(author, page, $"{page}?handler=Send", [("budget.pdf", Budget)], ("Input.Answers[title]", "Trois capteurs"), ("Input.Answers[pitch]", "Par quartier."));
        Assert.Equal(page, sent.Headers.Location?.ToString());
        Assert.Equal(AttachOutcome.Done, await app.AttachAsync(proposal, "brouillon.pdf", AContest.Pdf("brouillon")));
        var (_, desk) = await call.JoinAsync(app);
        await call.CloseAsync(app);
        using var reviewer = app.Visitor();
        using var organiser = await app.OrganiserAsync(call.Organisation);
        using var tied = app.Visitor();
        var (_, tiedDesk) = await call.JoinAsync(app, "Ville de Rance");

        foreach (var (reader, address) in new[] { (reviewer, $"{desk}/{proposal.ApplicationId}"), (organiser, $"{call.Desk}/propositions/{proposal.ApplicationId}") })
        {
            using var shown = await reader.ReadAsync(address);
            var link = Assert.Single(shown.QuerySelectorAll("a[href*=hash]"));
            Assert.StartsWith("budget.pdf", link.TextContent, StringComparison.Ordinal);
            Assert.Equal(Budget, await reader.GetByteArrayAsync(address + link.GetAttribute("href"), Ct));
            using var draft = await reader.GetAsync($"{address}?handler=File&hash={Convert.ToHexStringLower(SHA256.HashData(AContest.Pdf("brouillon")))}", Ct);
            Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
        }

        using var kept = await tied.GetAsync($"{tiedDesk}/{proposal.ApplicationId}?handler=File&hash={Convert.ToHexStringLower(SHA256.HashData(Budget))}", Ct);
        Assert.Equal(HttpStatusCode.NotFound, kept.StatusCode);
        Assert.Contains("budget.pdf", (await reviewer.ReadAsync($"{desk}/comparer?p={proposal.ApplicationId}")).Words("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_the_documents_and_the_list_that_checks_them()
    {
        var (call, page, author) = await BegunAsync();
        using var sent = await SendAsync(author, page, $"{page}?handler=Send", [("budget.pdf", Budget)], ("Input.Answers[title]", "Trois capteurs"), ("Input.Answers[pitch]", "Par quartier."));
        using var organiser = await app.OrganiserAsync(call.Organisation);

        await using ZipArchive archive = new(await organiser.GetStreamAsync($"{call.Desk}/propositions.zip", Ct));

        Assert.Equal(["SHA256SUMS", "fichiers/1/files/budget.pdf", "proposition-1-v1.json", "propositions.csv"], archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var (path, list) = (Directory.CreateTempSubdirectory().FullName, await TextAsync(archive, "SHA256SUMS"));
        await archive.ExtractToDirectoryAsync(path, Ct);
        Assert.All(AttachedFile.In(list), f => Assert.Equal(f.Hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(path, f.FileName))))));
        Assert.Contains("budget.pdf", await TextAsync(archive, "propositions.csv"), StringComparison.Ordinal);
        Directory.Delete(path, recursive: true);
    }

    [Fact]
    public async Task Who_is_erased_alone_takes_the_documents_along()
    {
        var (_, page, author) = await BegunAsync();
        var proposal = (await app.ReadAsync(db => db.AuthorOfAsync(page["/proposer/".Length..], Ct)))!;
        await app.AttachAsync(proposal, "budget.pdf", Budget);

        await app.DoAsync<Erasure>(erasure => erasure.EraseAsync(proposal.Email, Ct));

        Assert.False(await app.ReadAsync(db => db.Attachments.AnyAsync(a => a.ApplicationId == proposal.ApplicationId, Ct)));
    }

    private static async Task<string> TextAsync(ZipArchive archive, string name)
    {
        using StreamReader reader = new(await archive.GetEntry(name)!.OpenAsync(Ct), Encoding.UTF8);
        return await reader.ReadToEndAsync(Ct);
    }

    /// <param name="to">Address of the button that was pressed; null: the first.</param>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient author, string page, string? to, (string Name, byte[] Content)[] files, params (string Name, string Value)[] words)
    {
        using MultipartFormDataContent form = new() { { new StringContent(await Form.TokenAsync(author, page)), "__RequestVerificationToken" } };
        foreach (var (name, value) in words)
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "Files.files", name);
        }

        return await author.PostAsync(to ?? page, form, Ct);
    }

    private async Task<(ACall Call, string Page, HttpClient Author)> BegunAsync()
    {
        var call = await ACall.OpenAsync(app);
        return (call, await call.BeginAsync(app, AContest.Address("rance")), app.Visitor());
    }
}
