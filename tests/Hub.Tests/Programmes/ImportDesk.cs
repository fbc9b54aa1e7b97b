using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>An organiser who sends files to the page that imports programmes.</summary>
internal sealed record ImportDesk(HubApp App, Organisation Organisation, Edition Edition, HttpClient Browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Page => $"/organisation/journees/{Edition.Id}/programme/importer";

    /// <param name="times">The day's own; otherwise a Thursday from 09:00 to 17:00.</param>
    public static async Task<ImportDesk> OpenAsync(HubApp app, EditionTimes? times = null, Func<Edition, IEnumerable<object>>? more = null)
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, times: times);
        await app.SaveAsync([organisation, edition, .. more?.Invoke(edition) ?? []]);
        return new(app, organisation, edition, await app.OrganiserAsync(organisation));
    }

    public async Task<ProgrammePlan> PlanAsync() => (await DraftAsync()).Plan;

    public Task<ProgrammeDraft> DraftAsync() => App.ReadAsync(db => db.DraftOfAsync(Edition.Id, Ct));

    /// <summary>What the page shows for a file.</summary>
    public async Task<IHtmlDocument> SendAsync(byte[] file, string name = "schedule.json")
    {
        using var answer = await PostAsync(Page, [new("__RequestVerificationToken", await Form.TokenAsync(Browser, Page))], file, name);
        Assert.True(answer.IsSuccessStatusCode, $"The page answers {(int)answer.StatusCode}.");
        return await answer.ReadAsync();
    }

    /// <summary>Presses the button of a preview, after choosing what the types are.</summary>
    public Task<HttpResponseMessage> ConfirmAsync(IHtmlDocument preview, params (string Name, string Value)[] choices) =>
        PressAsync(preview, preview.QuerySelector("form[action*='handler=Confirm']")!.GetAttribute("action")!, choices);

    /// <summary>Sends the file that a page carries to another address of it.</summary>
    public Task<HttpResponseMessage> PressAsync(IHtmlDocument page, string address, params (string Name, string Value)[] choices)
    {
        var form = page.QuerySelector("#fichier")!;
        var fields = form.QuerySelectorAll("input[name], select[name]").Select(f => KeyValuePair.Create(
            f.GetAttribute("name")!, (f is IHtmlSelectElement select ? select.Value : f.GetAttribute("value")) ?? ""));
        return PostAsync(address, [.. fields.Select(f => choices.FirstOrDefault(c => c.Name == f.Key) is { Name: not null } chosen ? new(f.Key, chosen.Value) : f)]);
    }

    /// <summary>Sends and confirms; the file must be good.</summary>
    public async Task<ProgrammePlan> ImportAsync(byte[] file, string name = "schedule.json")
    {
        using var preview = await SendAsync(file, name);
        Assert.Empty(ProblemsOf(preview));
        using var answer = await ConfirmAsync(preview);
        Assert.Equal($"/organisation/journees/{Edition.Id}/programme", answer.Headers.Location?.ToString());
        return await PlanAsync();
    }

    public static List<string> ProblemsOf(IHtmlDocument page) => [.. page.QuerySelectorAll(".notice--alert li").Select(l => l.TextContent.Trim())];

    /// <summary>A figure of the preview, by its words.</summary>
    public static string Figure(IHtmlDocument page, string words) => page.QuerySelectorAll(".facts-list > div").Single(d => d.QuerySelector("dt")!.TextContent == words).QuerySelector("dd")!.TextContent;

    /// <summary>What people would see of a programme, whatever its parts are called inside.</summary>
    public static List<string> Shown(ProgrammePlan plan, bool withPauses = true, bool withFunctions = true) =>
    [
        .. plan.Sessions.Where(s => withPauses || !Session.Pauses.Contains(s.Facts.Kind)).OrderBy(s => s.Code, StringComparer.Ordinal)
            .Select(s => string.Join(
                " | ", s.Code, s.Facts.Kind, s.Facts.Title, plan.RoomNameOf(s), $"{s.Facts.LocalStart:s}", s.Facts.Minutes,
                withFunctions ? s.Facts.Speakers : string.Join('\n', (s.Facts.Speakers ?? "").Split('\n').Select(l => l.Split(',')[0])), s.Facts.Abstract, s.Facts.Language, s.Facts.ThemeCode, s.Facts.IsRecorded)),
    ];

    private async Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, byte[]? file = null, string name = "")
    {
        using MultipartFormDataContent form = [];
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "Sent", name);
        }

        return await Browser.PostAsync(address, form, Ct);
    }
}
