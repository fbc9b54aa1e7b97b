using System.Globalization;
using CsvHelper;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Calendars;

/// <summary>
/// A programme with its pauses as a file for spreadsheets: semicolons and a byte order mark, as those of French desks
/// expect, and no cell that one of them would run as a formula. Times are ISO 8601, by the clocks there.
/// </summary>
internal static class ProgrammeCsv
{
    private static readonly string[] Columns = ["Code", "Title", "Type", "Room", "Start", "End", "Duration", "Speakers", "Abstract"];

    private static readonly CsvWriterOptions Shape = new() { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static byte[] Write(Schedule schedule, IStringLocalizer<CalendarTexts> texts)
    {
        using MemoryStream file = new();
        using (var csv = CsvWriter.Create(file, Shape, true))
        {
            csv.WriteRecord([.. Columns.Select(c => texts[$"Csv.{c}"].Value)]);
            foreach (var talk in schedule.Talks)
            {
                csv.WriteRecord([.. Cells(talk).Select(HarmlessText.Of)]);
            }
        }

        return file.ToArray();
    }

    private static string[] Cells(ScheduleTalk talk) =>
    [
        talk.Key.Code, talk.Title, talk.Type, talk.Room.Name, Wall(talk.Start), Wall(talk.End), talk.HoursAndMinutes,
        string.Join(" ; ", talk.Persons.Select(p => p.Function is null ? p.Name : $"{p.Name}, {p.Function}")), talk.Abstract,
    ];

    private static string Wall(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
