using AngleSharp.Html.Parser;

namespace Hub.Tests.Support;

/// <summary>A page's form as a browser would send it: the hidden token with it, the cookie kept by the client.</summary>
public static class Form
{
    private static readonly HtmlParser Parser = new();

    public static async Task<string> TokenAsync(HttpClient client, string page)
    {
        using var document = Parser.ParseDocument(await client.GetStringAsync(page, TestContext.Current.CancellationToken));
        return document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"{page} has no form.");
    }

    /// <summary>Opens <paramref name="page"/>, fills its form in and sends it.</summary>
    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string page, IDictionary<string, string> fields, string? to = null)
    {
        var token = await TokenAsync(client, page);
        using FormUrlEncodedContent form = new(fields.Append(new("__RequestVerificationToken", token)));
        return await client.PostAsync(to ?? page, form, TestContext.Current.CancellationToken);
    }

    public static IDictionary<string, string> Of(Hub.Core.Registrations.Attendee attendee) => new Dictionary<string, string>
    {
        ["Input.FirstName"] = attendee.FirstName,
        ["Input.LastName"] = attendee.LastName,
        ["Input.Email"] = attendee.Email,
        ["Input.Organisation"] = attendee.Organisation,
        ["Input.JobTitle"] = attendee.JobTitle,
    };
}
