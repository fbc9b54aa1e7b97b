using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>
/// All of a day's programme in one file, to keep or to take to another hub: <see cref="ProgrammeEntry"/> loses nothing and is what comes
/// back in; beside it stands what other programs read.
/// </summary>
public static class ProgrammeArchive
{
    public const string ProgrammeEntry = "programme.json";

    /// <summary>Goes up when an older hub could not read it any more.</summary>
    private const int FormatVersion = 1;

    private const string FormatName = "hub-programme";

    private const int MostEntries = 20;

    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        IgnoreReadOnlyProperties = true,
        MaxDepth = 16,
        WriteIndented = true,
    };

    /// <param name="orders">Of its sessions that have one.</param>
    /// <param name="beside">Other writings of the same programme, by the name of their file.</param>
    /// <param name="now">UTC; nothing in the file is older.</param>
    public static byte[] Write(Edition edition, ProgrammePlan plan, IEnumerable<RunningOrder> orders, IEnumerable<KeyValuePair<string, byte[]>> beside, DateTime now)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var programme = JsonSerializer.SerializeToUtf8Bytes(new Content(FormatName, FormatVersion, edition.Slug, edition.TimeZone, JsonDocument.Parse(plan.ToJson()).RootElement, [.. orders.Select(PlannedTurns.Of)]), Options);
            foreach (var (name, content) in beside.Prepend(new(ProgrammeEntry, programme)))
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(now, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    internal static ImportedProgramme Read(byte[] file)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(file), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries || archive.GetEntry(ProgrammeEntry) is not { } entry)
            {
                return Refused(ImportProblemKind.NoProgramme);
            }

            // What the archive says of sizes is not believed: the stream ends where ours does.
            using var stream = entry.Open();
            if (ProgrammeFile.ReadUpTo(stream, ProgrammeFile.MostUnpacked) is not { } bytes)
            {
                return Refused(ImportProblemKind.ArchiveTooLarge);
            }

            return ProgrammeFile.Decode(bytes, out _) is { } json ? Read(json) : Refused(ImportProblemKind.WrongEncoding);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Refused(ImportProblemKind.ArchiveBroken);
        }
    }

    private static ImportedProgramme Read(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<Content>(json, Options) is not { Format: FormatName } content || content.Programme.ValueKind is not JsonValueKind.Object)
            {
                return Refused(ImportProblemKind.NoProgramme);
            }

            return content.Version > FormatVersion
                ? Refused(ImportProblemKind.NewerFormat)
                : Read(content.Programme.Deserialize<ProgrammePlan>(Options)!, content);
        }
        catch (JsonException exception)
        {
            return Refused(ImportProblemKind.Unreadable, (int?)exception.LineNumber + 1);
        }
        catch (InvalidOperationException)
        {
            return Refused(ImportProblemKind.WrongEncoding);
        }
    }

    /// <summary>A file made by hand may leave out what the types promise.</summary>
    private static ImportedProgramme Read(ProgrammePlan plan, Content content)
    {
        var (rooms, sessions) = (plan.Rooms ?? [], plan.Sessions ?? []);
        if (sessions.Count > ProgrammePlan.MaxSessions)
        {
            return Refused(ImportProblemKind.TooManySessions);
        }

        List<ImportedRoom> columns = [.. rooms.Where(r => r is not null).DistinctBy(r => r.Id).Select(r => new ImportedRoom(r.Name ?? "", r.Id, r.Seats))];
        var turns = (content.RunningOrders ?? []).OfType<PlannedTurns>().DistinctBy(o => o.SessionId).ToDictionary(o => o.SessionId);
        return new(ImportFormat.Archive, columns, [.. sessions.Select((s, i) => Talk(s, i + 1, columns) with { Turns = s is null ? null : turns.GetValueOrDefault(s.Id) })], [])
        {
            IsOurs = true,
            TimeZone = content.TimeZone,
        };
    }

    private static ImportedTalk Talk(PlannedSession? session, int number, List<ImportedRoom> rooms)
    {
        var title = session?.Facts?.Title;
        ImportPlace place = new(Talk: string.IsNullOrWhiteSpace(title) ? session?.Code is { Length: > 0 } code ? code : $"{number}" : title);
        if (session?.Facts is not { } facts)
        {
            return new(place) { IsUnreadable = true };
        }

        return new(place)
        {
            Id = $"{session.Id}",
            Codes = [session.Code ?? ""],
            Title = facts.Title ?? "",
            Facts = facts,
            Room = facts.RoomId is { } room ? rooms.Find(r => r.Id == room) ?? new("") : null,
        };
    }

    private static ImportedProgramme Refused(ImportProblemKind kind, int? line = null) => ImportedProgramme.Refused(ImportFormat.Archive, kind, line);

    /// <param name="Day">Slug of the day it was taken from.</param>
    /// <param name="TimeZone">IANA, of the wall times.</param>
    private sealed record Content(string? Format, int Version, string? Day, string? TimeZone, JsonElement Programme, IReadOnlyList<PlannedTurns>? RunningOrders);
}
