using System.Net;
using System.Net.Http.Headers;
using Hub.Core.Events;
using Hub.Core.Files;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Security;

/// <summary>Lines 56 to 58 of docs/security.md that no other test proves. The one file people send is the picture of a day.</summary>
public sealed class FilesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static readonly byte[] Png = [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0x80, 0, 0, 1, 0xE0, 8, 6, 0, 0, 0];

    /// <summary>30,000 pixels a side, in as few octets.</summary>
    private static readonly byte[] Vast = [.. Png[..16], 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 6, 0, 0, 0];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Line_56_a_file_is_taken_for_what_it_holds_and_not_for_what_it_says()
    {
        var (edition, organiser, page) = await DayAsync();
        (string Name, byte[] Content)[] files =
        [
            ("image.png", Vast), ("image.png", [.. Png, .. new byte[PictureFile.MostBytes]]), ("image.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>pwned()</script></svg>"u8.ToArray()),
            ("image.png", "PK\u0003\u0004"u8.ToArray()), ("image.png", "GIF89a"u8.ToArray()), ("image.png", "<!doctype html><script>pwned()</script>"u8.ToArray()),
        ];

        foreach (var (name, content) in files)
        {
            using var answer = await SendAsync(organiser, page, name, content);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.False(await app.ReadAsync(db => db.EditionImages.AnyAsync(i => i.EditionId == edition.Id, Token)));
    }

    [Fact]
    public async Task Line_56_a_photo_straight_from_a_telephone_is_refused_in_words_beside_its_field()
    {
        var (edition, organiser, page) = await DayAsync();

        using var answer = await SendAsync(organiser, page, "photo.png", [.. Png, .. new byte[6_000_000]]);
        using var shown = await answer.ReadAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Picture_File-error", shown.QuerySelector(".field__error")!.Id);
        Assert.False(await app.ReadAsync(db => db.EditionImages.AnyAsync(i => i.EditionId == edition.Id, Token)));
    }

    [Theory]
    [InlineData("../../../wwwroot/js/hub.js")]
    [InlineData("..\\..\\web.config")]
    [InlineData("x.png\0.html")]
    [InlineData("x.png\r\nX-Pwned: 1")]
    [InlineData("gnp.\u202Elmth")]
    [InlineData("<script>pwned()</script>.png")]
    public async Task Line_57_the_name_of_a_file_is_forgotten(string name)
    {
        var (edition, organiser, page) = await DayAsync();
        var before = Files();

        using var answer = await SendAsync(organiser, page, name, Png);

        Assert.Equal(page, answer.Headers.Location?.ToString());
        using var served = await app.Visitor().GetAsync(await PathAsync(edition), Token);
        Assert.Equal("image/png", served.Content.Headers.ContentType?.ToString());
        Assert.Null(served.Content.Headers.ContentDisposition?.FileName);
        Assert.False(served.Headers.Contains("X-Pwned"));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Line_57_a_name_of_three_hundred_letters_is_no_trouble()
    {
        var (_, organiser, page) = await DayAsync();

        using var answer = await SendAsync(organiser, page, $"{new string('é', 300)}.png", Png);

        Assert.Equal(page, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Line_58_a_picture_is_served_under_a_sandbox_and_gone_as_soon_as_it_is_removed()
    {
        var (edition, organiser, page) = await DayAsync();
        using var sent = await SendAsync(organiser, page, "x.png", Png);
        var path = await PathAsync(edition);
        using var served = await app.Visitor().GetAsync(path, Token);
        Assert.Equal("default-src 'none'; sandbox", served.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", served.Headers.GetValues("X-Content-Type-Options").Single());

        var version = await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.Version).SingleAsync(Token));
        using var removed = await organiser.SendFormAsync(page, new() { ["Version"] = $"{version}", ["Picture.Remove"] = "true" });
        using var gone = await app.Visitor().GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string name, byte[] content)
    {
        using var read = await browser.ReadAsync(page);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(read.QuerySelector("[name=Version]")!.GetAttribute("value")!), "Version" },
            { new StringContent(await Form.TokenAsync(browser, page)), "__RequestVerificationToken" },
            { new StringContent("La salle"), "Picture.Alt" },
            { new StringContent("Ville d’exemple"), "Picture.Credit" },
        };
        ByteArrayContent file = new(content);

        // As no browser would write it, and an attacker does (RFC 8187 for what no quoted string can hold).
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Picture.File\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        file.Headers.ContentType = MediaTypeHeaderValue.Parse("text/html");
        form.Add(file);
        return await browser.PostAsync(page, form, Token);
    }

    private Task<string> PathAsync(Edition edition) =>
        app.ReadAsync(async db => $"/journees/{edition.Slug}/image/{(await db.EditionImages.SingleAsync(i => i.EditionId == edition.Id, Token)).Hash}");

    private List<string> Files() => [.. Directory.EnumerateFiles(app.Folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("hub.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task<(Edition, HttpClient, string)> DayAsync()
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        await app.SaveAsync(organisation, edition);
        return (edition, await app.OrganiserAsync(organisation), $"/organisation/journees/{edition.Id}/reglages");
    }
}
