using System.Globalization;
using Hub.Core.Events;
using Microsoft.Playwright;

namespace Hub.Benchmarks;

/// <summary>The board in a real Chromium: how long a card takes from a key to the next picture, against an empty page that shifts one box.</summary>
internal static class BoardSpeed
{
    private const int Steps = 60;

    /// <summary>Presses a key as often, and waits each time until the change is painted.</summary>
    private const string Measure = """
        async ({ steps, target }) => {
          const element = document.querySelector(target);
          element.focus();
          const press = (key) => element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          const painted = () => new Promise((done) => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); }));
          press("Enter");
          const times = [];
          for (let step = 0; step < steps; step++) {
            await painted();
            const start = performance.now();
            press(step % 2 ? "ArrowUp" : "ArrowDown");
            element.getBoundingClientRect();
            times.push(performance.now() - start);
          }
          press("Escape");
          return times;
        }
        """;

    public static async Task RunAsync(TextWriter report, BenchmarkHub hub, Edition day)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        var page = await chromium.NewPageAsync(new() { BaseURL = hub.Origin.ToString(), Locale = "fr-FR", ViewportSize = new() { Width = 1600, Height = 1000 } });
        await page.GotoAsync("/connexion");
        await page.FillAsync("[name=Email]", BenchmarkHub.Organiser);
        await page.FillAsync("[name=Password]", BenchmarkHub.Password);
        await page.PressAsync("[name=Password]", "Enter");
        await page.WaitForURLAsync("**/organisation");
        await page.GotoAsync($"/organisation/journees/{day.Id}/programme", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var cards = await page.Locator(".board > .bcard").CountAsync();
        var times = await page.EvaluateAsync<double[]>(Measure, new { steps = Steps, target = ".board > .bcard:last-of-type" });
        await page.SetContentAsync("<div tabindex=0 id=box style='position:absolute;top:0'>Une carte</div><script>let y = 0; addEventListener('keydown', (e) => { y += e.key === 'ArrowDown' ? 15 : -15; box.style.top = `${y}px`; });</script>");
        var bare = await page.EvaluateAsync<double[]>(Measure, new { steps = Steps, target = "#box" });
        report.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\n{cards} cards on the board in Chromium: from a key to a card laid out anew {Of(times, .5):0.0} ms (median), {Of(times, .95):0.0} ms (95 %); one box on an empty page {Of(bare, .5):0.00} ms. A picture at 60 Hz has 16.7 ms."));
    }

    private static double Of(double[] times, double share) => times.Order().ElementAt((int)((times.Length - 1) * share));
}
