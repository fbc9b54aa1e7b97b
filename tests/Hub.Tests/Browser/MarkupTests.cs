using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Hub.Tests.Support;
using Microsoft.Playwright;

namespace Hub.Tests.Browser;

/// <summary>What pages are made of: valid, and light enough for a train.</summary>
public sealed class MarkupTests(Chromium chromium, PublicSite site)
{
    private const int Kilobyte = 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_html_of_every_page_is_valid()
    {
        var visitor = await chromium.OpenAsync(await site.OpenAsync());
        var faults = (await FaultsAsync(visitor, site.Pages)).ToList();
        await visitor.SignInAsync(site.Administrator);
        faults.AddRange(await FaultsAsync(visitor, site.Desk));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_first_visit_weighs_what_was_promised()
    {
        var origin = await site.OpenAsync();
        List<string> trouble = [];
        foreach (var address in new[] { "/", $"/journees/{site.Day.Slug}", $"/journees/{site.Day.Slug}/inscription", "/contact" })
        {
            var page = await chromium.OpenAsync(origin);
            List<(string Kind, Task<byte[]> Body)> answers = [];
            page.Response += (_, answer) => answers.Add((answer.Request.ResourceType, answer.BodyAsync()));
            await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            foreach (var (kind, most) in new[] { ("document", 15), ("stylesheet", 10), ("script", 4) })
            {
                var bodies = await Task.WhenAll(answers.Where(a => a.Kind == kind).Select(a => a.Body));
                trouble.AddRange(Over(address, kind, bodies.Sum(Compressed), most));
            }

            var fonts = await Task.WhenAll(answers.Where(a => a.Kind == "font").Select(a => a.Body));
            trouble.AddRange(Over(address, "font", fonts.Sum(f => f.Length), 72));
            if (answers.Count > 10)
            {
                trouble.Add($"{address}: {answers.Count} requests");
            }

            await page.Context.CloseAsync();
        }

        Assert.True(trouble.Count == 0, string.Join('\n', trouble));
    }

    /// <summary>What html-validate says of the pages, with the address of each.</summary>
    private static async Task<IEnumerable<string>> FaultsAsync(IPage browser, IReadOnlyList<string> addresses)
    {
        var folder = Directory.CreateTempSubdirectory("hub-html-").FullName;
        foreach (var (number, address) in addresses.Index())
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{number}.html"), await browser.ReadAsync(address), Token);
        }

        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "Hub.Tests", "Browser", "check-html.mjs"), folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = node.StandardError.ReadToEndAsync(Token);
        var faults = (await node.StandardOutput.ReadToEndAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync(Token);
        Directory.Delete(folder, recursive: true);
        Assert.Equal("", await errors);
        return faults.Select(f => $"{addresses[int.Parse(f[..f.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture)]} {f}");
    }

    private static IEnumerable<string> Over(string address, string kind, int bytes, int most) =>
        bytes > most * Kilobyte ? [$"{address}: {kind} {bytes / (double)Kilobyte:F1} KB of {most}"] : [];

    /// <summary>As a proxy in front would send it.</summary>
    private static int Compressed(byte[] body)
    {
        using MemoryStream packed = new();
        using (BrotliStream brotli = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(body);
        }

        return (int)packed.Length;
    }
}
