using System.Globalization;
using CsvHelper;
using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Registrations;

/// <summary>
/// Registrations as a file for spreadsheets: semicolons and a byte order mark, as those of French desks expect, and no
/// cell that one of them would run as a formula. Dates are ISO 8601, wall time of the day.
/// </summary>
internal static class AttendeesCsv
{
    private static readonly string[] Columns =
        ["LastName", "FirstName", "Email", "Organisation", "JobTitle", "Territory", "TerritoryName", "Sector", "State", "AskedAt", "Ticket", "Needs", "Photos", "News", "Presence"];

    private static readonly CsvWriterOptions Shape = new() { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="presence">With a last column, when each came; empty for who did not.</param>
    public static async Task<byte[]> WriteAsync(IAsyncEnumerable<Registration> people, Edition edition, bool presence, AttendeesCsvTexts texts, CancellationToken ct)
    {
        var width = presence ? Columns.Length : Columns.Length - 1;
        await using MemoryStream file = new();
        await using (var csv = CsvWriter.Create(file, Shape, true))
        {
            await csv.WriteRecordAsync([.. Columns.Take(width).Select(c => texts.Desk[$"Csv.{c}"].Value)], ct);
            await foreach (var person in people.WithCancellation(ct))
            {
                await csv.WriteRecordAsync([.. Cells(person, edition, texts).Take(width).Select(HarmlessText.Of)], ct);
            }
        }

        return file.ToArray();
    }

    private static string[] Cells(Registration person, Edition edition, AttendeesCsvTexts texts) =>
    [
        person.ErasedAt is null ? person.LastName : texts.Desk["ErasedPerson"], person.FirstName, person.Email, person.Organisation, person.JobTitle,
        person.TerritoryCode ?? "", Gazetteer.France.Find(person.TerritoryCode) is { } territory ? texts.Places.Describe(territory) : "",
        person.Sector is { } sector ? texts.Form[$"Sector.{sector}"] : "",
        person.HandedOverTo is { } colleague ? texts.Desk["HandedOver", colleague] : texts.Desk[$"States.{person.State}"],
        Wall(person.AskedAt, edition),
        person is { State: RegistrationState.Confirmed, ErasedAt: null } ? TicketCode.Spell(person.TicketCode) : "",
        person.Needs ?? "", texts.Desk[person.AcceptsPhotos ? "Yes" : "No"], texts.Desk[person.WantsNews ? "Yes" : "No"],
        person.CheckedInAt is { } came ? Wall(came, edition) : "",
    ];

    private static string Wall(DateTime instant, Edition edition) =>
        WallClock.ToWall(instant, edition.TimeZone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}

/// <param name="Form">Words the person read as they answered.</param>
internal sealed record AttendeesCsvTexts(IStringLocalizer<RegistrationTexts> Desk, IStringLocalizer<PublicRegistrationTexts> Form, IStringLocalizer<PlaceTexts> Places);
