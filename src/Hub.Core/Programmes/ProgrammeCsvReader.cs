using System.Text;
using CsvHelper;

namespace Hub.Core.Programmes;

/// <summary>
/// Reads a spreadsheet with the columns of <c>programme.csv</c>, named in French or English, in any order, between semicolons or
/// commas. A title and a start are needed; other columns are passed over.
/// </summary>
internal static class ProgrammeCsvReader
{
    private static readonly (Column Column, string Names)[] Headers =
    [
        (Column.Code, "code"), (Column.Title, "titre,title"), (Column.Type, "type,kind"), (Column.Room, "salle,room"), (Column.Start, "debut,start"),
        (Column.End, "fin,end"), (Column.Duration, "duree,duration"), (Column.Speakers, "intervenants,speakers"), (Column.Abstract, "resume,abstract"),
    ];

    private static readonly HashSet<string> Everybody = new(["", "TOUTES LES SALLES", "ALL ROOMS"], StringComparer.Ordinal);

    private static readonly CsvReaderOptions Shape = new() { HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw, TrackLineNumbers = true };

    private enum Column { Code, Title, Type, Room, Start, End, Duration, Speakers, Abstract }

    public static ImportedProgramme Read(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length);
        var separator = first.StartsWith("sep=", StringComparison.Ordinal) ? (char?)null : first.Count(';') >= first.Count(',') ? ';' : ',';
        using var csv = CsvReader.Create(Encoding.UTF8.GetBytes(text), Shape with { Separator = separator });
        try
        {
            return csv.Read() ? Read(csv) : Refused(ImportProblemKind.Empty);
        }
        catch (CsvFormatException exception)
        {
            return Refused(ImportProblemKind.Unreadable, (int?)exception.LineNumber);
        }
    }

    private static ImportedProgramme Read(CsvReader csv)
    {
        var columns = Enumerable.Range(0, csv.FieldCount).Select(i => (Key: ImportedKinds.KeyOf(csv.GetString(i)), Index: i))
            .DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Index, StringComparer.Ordinal);
        var places = Headers.ToDictionary(h => h.Column, h => h.Names.Split(',').Select(n => columns.GetValueOrDefault(ImportedKinds.KeyOf(n), -1)).Max());
        if (new[] { Column.Title, Column.Start }.Where(c => places[c] < 0).Select(c => Headers.First(h => h.Column == c).Names.Split(',')[0]).ToList() is { Count: > 0 } missing)
        {
            return new(ImportFormat.Csv, [], [], [.. missing.Select(m => new ImportProblem(ImportProblemKind.MissingColumn, new(1), m == "debut" ? "début" : m))]);
        }

        Dictionary<string, ImportedRoom> rooms = new(StringComparer.OrdinalIgnoreCase);
        List<ImportedTalk> talks = [];
        while (csv.Read())
        {
            if (Enumerable.Range(0, csv.FieldCount).All(csv.IsEmpty))
            {
                continue;
            }

            if (talks.Count == ProgrammePlan.MaxSessions)
            {
                return Refused(ImportProblemKind.TooManySessions);
            }

            talks.Add(Talk(c => places[c] >= 0 && places[c] < csv.FieldCount ? Cell(csv.GetString(places[c])) : "", (int)csv.LineNumber, rooms));
        }

        return new(ImportFormat.Csv, [.. rooms.Values], talks, []);
    }

    private static ImportedProgramme Refused(ImportProblemKind kind, int? line = null) => ImportedProgramme.Refused(ImportFormat.Csv, kind, line);

    private static ImportedTalk Talk(Func<Column, string> cell, int line, Dictionary<string, ImportedRoom> rooms)
    {
        var (title, room) = (cell(Column.Title), cell(Column.Room));
        var isEverybody = Everybody.Contains(ImportedKinds.KeyOf(room));
        if (!isEverybody && !rooms.ContainsKey(room))
        {
            rooms.Add(room, new(room));
        }

        return new(new(line, title.Length > 0 ? title : cell(Column.Code) is { Length: > 0 } code ? code : null))
        {
            Codes = [cell(Column.Code)],
            Title = title,
            Type = cell(Column.Type),
            Room = isEverybody ? null : rooms[room],
            Start = cell(Column.Start),
            Duration = cell(Column.Duration),
            End = cell(Column.End),
            Texts = [cell(Column.Abstract)],
            People = [.. cell(Column.Speakers).Split([" ; ", ";", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Person)],
        };
    }

    private static (string Name, string? Function) Person(string words) =>
        words.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var function] ? (name, function) : (words, "");

    /// <summary>Without the apostrophe that kept a spreadsheet from running what follows it, nor the spaces that did in lists.</summary>
    private static string Cell(string written)
    {
        var cell = "=+-@".Aggregate(written.ReplaceLineEndings("\n").Trim(), (text, sign) => text.Replace($"\n {sign}", $"\n{sign}", StringComparison.Ordinal));
        return cell is ['\'', '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? cell[1..] : cell;
    }
}
