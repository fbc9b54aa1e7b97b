using AngleSharp.Html.Dom;
using Hub.Core.Audit;
using Hub.Core.CheckIns;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.CheckIns;

/// <summary>A day in Paris, on 18 March 2027 from 9:00, with people who have registered and a steward's link.</summary>
internal sealed class ADoor
{
    /// <summary>18 March, 9:04 in Paris, UTC.</summary>
    public static readonly DateTime Morning = new(2027, 3, 18, 8, 4, 0, DateTimeKind.Utc);

    /// <summary>Any page with a form; a door has one only where somebody can be checked in.</summary>
    public const string AnyForm = "/inscriptions/retrouver";

    private ADoor(HubApp app, Organisation organisation, Edition edition) => (App, Organisation, Edition) = (app, organisation, edition);

    public HubApp App { get; }

    public Organisation Organisation { get; }

    public Edition Edition { get; }

    /// <summary>Path of the steward's page.</summary>
    public string Address { get; private set; } = "";

    /// <summary>On the morning of the day, unless another hour is given.</summary>
    public static async Task<ADoor> OpenAsync(HubApp app, IEnumerable<Attendee> people, int capacity = 20, EditionTimes? times = null, DateTime? now = null)
    {
        app.Clock.Now = An.Now;
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity, times: times);
        await app.SaveAsync(organisation, edition);
        foreach (var person in people)
        {
            await app.AskAsync<RegistrationDesk, RegisterOutcome>(desk => desk.RegisterAsync(edition.Id, person, "fr", TestContext.Current.CancellationToken));
        }

        ADoor door = new(app, organisation, edition);
        door.Address = await door.LinkAsync("Entrée nord");
        app.Clock.Now = now ?? Morning;
        return door;
    }

    public static Task<ADoor> OpenAsync(HubApp app, params string[] names) => OpenAsync(app, names.Select(n => An.Attendee(n)));

    public async Task<string> LinkAsync(string label)
    {
        var made = await App.AskAsync<StewardLinkOffice, Uri?>(office => office.MakeAsync(Edition.Id, label, Guid.NewGuid(), TestContext.Current.CancellationToken));
        return made!.AbsolutePath;
    }

    public Task<Registration> FindAsync(string name) => App.ReadAsync(db => db.Registrations.AsNoTracking().For(Edition.Id).SingleAsync(r => r.FirstName == name));

    public async Task<HttpResponseMessage> CheckInAsync(HttpClient browser, string name, string? address = null) =>
        await SendAsync(browser, "CheckIn", (await FindAsync(name)).Id, address ?? Address);

    public async Task<HttpResponseMessage> UndoAsync(HttpClient browser, string name) => await SendAsync(browser, "Undo", (await FindAsync(name)).Id, Address);

    public static Task<HttpResponseMessage> SendAsync(HttpClient browser, string act, Guid person, string address) =>
        browser.SendFormAsync(AnyForm, new() { ["person"] = $"{person}" }, $"{address}?handler={act}");

    /// <summary>What was noted about somebody, the oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> NotedAsync(string name)
    {
        var id = (await FindAsync(name)).Id;
        return await App.ReadAsync(db => db.Audit.Where(a => a.SubjectId == id && a.Command.EndsWith("CheckIn")).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync());
    }
}

internal static class InPlainSpaces
{
    /// <summary>Words of a page; the spaces that print sets count as plain ones.</summary>
    public static string Said(this IHtmlDocument page, string selector = "main") => page.Words(selector).Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
