using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hub.Tests.Notifications;

namespace Hub.Tests.Support;

/// <summary>What a person sees: pages as a browser builds them, mails as a reader shows them.</summary>
public static class Reading
{
    private static readonly HtmlParser Parser = new();

    public static async Task<IHtmlDocument> ReadAsync(this HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answers {(int)answer.StatusCode}");
        return await answer.ReadAsync();
    }

    public static async Task<IHtmlDocument> ReadAsync(this HttpResponseMessage answer) =>
        Parser.ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Its words; the spaces a file has between elements count once.</summary>
    public static string Words(this IHtmlDocument page, string selector = "main") =>
        string.Join(' ', (page.QuerySelector(selector)?.TextContent ?? "").Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Sends what is due, and reads what this address has been sent so far, the oldest first.</summary>
    public static async Task<IReadOnlyList<ReadMail>> MailsToAsync(this HubApp app, string email)
    {
        var mails = (await app.SendMailsAsync()).Where(m => m.Contains($"<{email}>", StringComparison.Ordinal) || m.Contains($"\nTo: {email}", StringComparison.Ordinal));
        return await Task.WhenAll(mails.Select(m => ReadMail.FromAsync(System.Text.Encoding.ASCII.GetBytes(m))));
    }

    /// <summary>The part without markup.</summary>
    public static string Text(this ReadMail mail) => Parts(mail.Body).First(p => p.Type == "text/plain").Content!;

    /// <summary>Path of the personal page.</summary>
    public static string Link(this ReadMail mail) => mail.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .First(word => word.StartsWith("https://hub.example/", StringComparison.Ordinal) && word.Contains("/inscriptions/", StringComparison.Ordinal))["https://hub.example".Length..];

    /// <summary>Path and query of the first link to an address that begins so.</summary>
    public static string LinkTo(this ReadMail mail, string path) => mail.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => Uri.TryCreate(word, UriKind.Absolute, out var link) ? link.PathAndQuery : "").First(link => link.StartsWith(path, StringComparison.Ordinal));

    private static IEnumerable<ReadMail.Part> Parts(ReadMail.Part part) => [part, .. (part.Parts ?? []).SelectMany(Parts)];
}
