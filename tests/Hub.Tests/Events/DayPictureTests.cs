using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Hub.Core.Events;
using Hub.Tests.Support;

namespace Hub.Tests.Events;

/// <summary>What a day looks like: its picture, its palette, and what stands for it where its link is shared.</summary>
public sealed partial class DayPictureTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_shown_with_its_words_and_kept_for_ever()
    {
        var (edition, image) = await PictureAsync("image/png");

        using var page = await app.Visitor().ReadAsync($"/journees/{edition.Slug}");
        var shown = page.QuerySelector("figure img")!;
        using var answer = await app.Visitor().GetAsync(shown.GetAttribute("src"), Ct);

        Assert.Equal(("La halle, de nuit", "1200", "800"), (shown.GetAttribute("alt"), shown.GetAttribute("width"), shown.GetAttribute("height")));
        Assert.Contains("Atelier d’exemple, CC BY 4.0", page.Words("figcaption"), StringComparison.Ordinal);
        Assert.Equal(Pixel, await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(("image/png", "public, max-age=31536000, immutable"), (answer.Content.Headers.ContentType!.ToString(), answer.Headers.GetValues("Cache-Control").Single()));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal($"https://hub.example/journees/{edition.Slug}/image/{image.Hash}", page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    public async Task What_is_no_picture_is_not_served(string type)
    {
        var (edition, image) = await PictureAsync(type);

        using var answer = await app.Visitor().GetAsync($"/journees/{edition.Slug}/image/{image.Hash}", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_old_name_or_another_day_finds_no_picture()
    {
        var (edition, image) = await PictureAsync("image/png");
        var (other, _) = await PictureAsync("image/png");

        foreach (var address in new[] { $"/journees/{edition.Slug}/image/{new string('0', 64)}", $"/journees/{other.Slug}/image/{image.Hash}" })
        {
            using var answer = await app.Visitor().GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_shared_link_shows_title_words_and_a_picture_that_exists()
    {
        var (edition, _) = await app.PlantAsync(e => ADay.Session(e, "Ouverture", 0), s => [s], o => Dyed(An.Edition(o), Tone.Garance));

        foreach (var (address, path, picture) in new[]
        {
            ("/agenda", "/", "hub"), ($"/journees/{edition.Slug}?jour=2027-03-18", $"/journees/{edition.Slug}", "garance"),
            ($"/en/journees/{edition.Slug}/interventions", $"/en/journees/{edition.Slug}/interventions", "garance"),
        })
        {
            using var page = await app.Visitor().ReadAsync(address);
            Assert.Equal("https://hub.example" + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.All(["og:title", "og:description", "og:url"], name => Assert.NotEmpty(page.QuerySelector($"meta[property='{name}']")!.GetAttribute("content")!));
            var image = new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);
            Assert.StartsWith($"/lib/share/{picture}.", image.AbsolutePath, StringComparison.Ordinal);
            using var drawn = await app.Visitor().GetAsync(image.AbsolutePath, Ct);
            Assert.Equal("image/png", drawn.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public void White_stands_out_on_every_palette_in_both_themes()
    {
        var sheet = File.ReadAllText(Repository.File("src/Hub.Web/wwwroot/css/palette.css"));
        var script = File.ReadAllText(Repository.File("src/Hub.Web/build-share-images.mjs"));
        var lines = PaletteLine().Matches(sheet);

        Assert.Equal(Enum.GetNames<Tone>().Select(t => t.ToLowerInvariant()), lines.Select(l => l.Groups["name"].Value));
        foreach (Match line in lines)
        {
            var colours = Pair().Matches(line.Value).SelectMany(p => new[] { p.Groups[1].Value, p.Groups[2].Value }).ToList();
            Assert.All(colours.Take(4), c => Assert.InRange(Contrast(c, "FFFFFF"), 7, 21));
            Assert.All(colours.Take(4), c => Assert.InRange(Contrast(c, "E6E4DE"), 4.5, 21));
            Assert.All(colours.Take(4), c => Assert.InRange(Contrast(c, "FFC933"), 4.5, 21));
            var ground = Convert.FromHexString(colours[0]);
            Assert.Contains($"{line.Groups["name"].Value}: [{ground[0]}, {ground[1]}, {ground[2]}]", script, StringComparison.Ordinal);
        }
    }

    private async Task<(Edition Edition, EditionImage Image)> PictureAsync(string type) => await app.PlantAsync(
        e => new EditionImage
        {
            EditionId = e.Id,
            MediaType = type,
            Content = Pixel,
            Hash = $"{Guid.NewGuid():N}{Guid.NewGuid():N}",
            Width = 1200,
            Height = 800,
            Alt = "La halle, de nuit",
            Credit = "Atelier d'exemple, CC BY 4.0",
        },
        i => [i]);

    private static Edition Dyed(Edition edition, Tone tone)
    {
        edition.Arrange(edition.Settings with { Palette = tone });
        return edition;
    }

    /// <summary>WCAG 2.2, contrast ratio.</summary>
    private static double Contrast(string one, string other)
    {
        double[] lights = [Light(one), Light(other)];
        return (lights.Max() + 0.05) / (lights.Min() + 0.05);
    }

    private static double Light(string hex)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex("""\[data-palette="(?<name>\w+)"\] \{ .*""")]
    private static partial Regex PaletteLine();

    [GeneratedRegex(@"light-dark\(#(\w{6}), #(\w{6})\)")]
    private static partial Regex Pair();
}
