using Deque.AxeCore.Playwright;
using Hub.Core.Evaluations;
using Hub.Core.Files;
using Hub.Tests.Evaluations;
using Hub.Tests.Pitches;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>Documents chosen on the page of a proposal, as a browser sends them.</summary>
public sealed class ProposalFilesWalkTests(Chromium chromium)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_are_sent_as_they_are_chosen_and_twenty_that_are_too_large_lose_no_word()
    {
        await using var app = PublicSite.BehindProxy();
        var origin = app.Listen();
        var call = await ACall.OpenAsync(app);
        var path = await call.BeginAsync(app, AContest.Address("rance"));
        var page = await chromium.OpenAsync(origin);
        await page.GotoAsync(path);
        await page.FillAsync("#reponse-title", "Trois capteurs");

        await page.SetInputFilesAsync("#reponse-files", [Pdf("budget.pdf"), new() { Name = "page.html", MimeType = "text/html", Buffer = "<p>"u8.ToArray() }, Pdf("plan.pdf")]);
        await page.Locator("[role=alert]", new() { HasText = "page.html" }).WaitForAsync();
        Assert.Equal(["budget.pdf (PDF, 1\u00a0ko)", "plan.pdf (PDF, 1\u00a0ko)"], await page.Locator("[data-files-list] a").AllInnerTextsAsync());
        Assert.Empty((await page.RunAxe()).Violations);

        await page.SetInputFilesAsync("#reponse-files", await TwentyAsync());
        await page.Locator("[role=alert]", new() { HasText = "20.pdf" }).WaitForAsync();
        Assert.Equal(20, (await page.InnerTextAsync("[role=alert]")).Split('\n').Count(l => l.Contains("est trop lourd\u00a0: 10\u00a0Mo au plus", StringComparison.Ordinal)));
        Assert.Equal("Trois capteurs", await page.InputValueAsync("#reponse-title"));

        await page.ClickAsync("[data-files-list] li:first-child button");
        await page.Locator("text=« budget.pdf » n’est plus joint.").WaitForAsync();
        Assert.Equal("Trois capteurs", await page.InputValueAsync("#reponse-title"));
        await page.FocusAsync("#reponse-title");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("text=C’est enregistré").First.WaitForAsync();
        var kept = await app.ReadAsync(db => db.Applications.AsNoTracking().SingleAsync(Ct));
        Assert.Equal(["plan.pdf"], AttachedFile.In(kept.TextOf("files")).Select(f => f.FileName));
    }

    private static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = AContest.Pdf(name) };

    /// <summary>On the disk: so much does not travel from the test to the browser.</summary>
    private static async Task<IEnumerable<string>> TwentyAsync()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        List<string> paths = [];
        foreach (var n in Enumerable.Range(1, 20))
        {
            paths.Add(Path.Combine(folder, $"{n}.pdf"));
            await using var file = File.Create(paths[^1]);
            file.SetLength(DocumentFile.MostBytes + 1);
        }

        return paths;
    }
}
