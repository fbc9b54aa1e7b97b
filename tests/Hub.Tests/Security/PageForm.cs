using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hub.Tests.Support;

namespace Hub.Tests.Security;

/// <summary>A form of a page that sends something, as one of its buttons would send it untouched.</summary>
/// <param name="Page">Where it stands.</param>
/// <param name="Action">Where it goes, with its query.</param>
/// <param name="Fields">Without the token.</param>
/// <param name="Token">Null for a form that has none.</param>
internal sealed record PageForm(string Page, string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Token)
{
    private const string TokenName = "__RequestVerificationToken";

    public static async Task<IReadOnlyList<PageForm>> OnAsync(HttpClient browser, string page)
    {
        using var answer = await browser.GetAsync(page, TestContext.Current.CancellationToken);
        using var document = await answer.ReadAsync();
        return [.. document.Forms.Where(IsSent).SelectMany(form => Of(page, form))];
    }

    public async Task<HttpResponseMessage> SendAsync(HttpClient browser, string? token, params IEnumerable<KeyValuePair<string, string>> more)
    {
        using FormUrlEncodedContent body = new([.. Fields, .. more, .. token is null ? [] : new KeyValuePair<string, string>[] { new(TokenName, token) }]);
        return await browser.PostAsync(Action, body, TestContext.Current.CancellationToken);
    }

    private static bool IsSent(IHtmlFormElement form) => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<PageForm> Of(string page, IHtmlFormElement form)
    {
        List<KeyValuePair<string, string>> fields = [.. form.Elements.Where(e => e.GetAttribute("name") is not null && !e.HasAttribute("disabled")).SelectMany(Values)];
        var token = fields.Find(f => f.Key == TokenName).Value;
        fields.RemoveAll(f => f.Key == TokenName);
        var buttons = form.Elements.OfType<IHtmlButtonElement>().Where(b => b.GetAttribute("type") is not "button").ToList();
        foreach (var button in buttons.DefaultIfEmpty(null!))
        {
            var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
            KeyValuePair<string, string>[] pressed = button?.GetAttribute("name") is { } name ? [new(name, button.GetAttribute("value") ?? "")] : [];
            yield return new(page, string.IsNullOrEmpty(action) ? page : action, [.. fields, .. pressed], token);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement control)
    {
        var name = control.GetAttribute("name")!;
        return control switch
        {
            IHtmlInputElement input when input.GetAttribute("type") is "checkbox" or "radio" => input.HasAttribute("checked") ? [new(name, input.GetAttribute("value") ?? "on")] : [],
            IHtmlInputElement input when input.GetAttribute("type") is "file" => [],
            IHtmlInputElement input => [new(name, input.GetAttribute("value") ?? "")],
            IHtmlSelectElement select => [new(name, select.Value ?? "")],
            IHtmlTextAreaElement area => [new(name, area.TextContent)],
            _ => [],
        };
    }
}
