using System.IO.Compression;
using System.Text;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>Files that are broken, too large or meant to harm are answered with what is wrong with them.</summary>
public sealed class HostileFileTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    public static TheoryData<string, ImportProblemKind> Broken => new()
    {
        { "", ImportProblemKind.Empty },
        { "\n  \n", ImportProblemKind.Empty },
        { "{", ImportProblemKind.Unreadable },
        { "[]", ImportProblemKind.NoSchedule },
        { "{\"schedule\": {\"conference\": {\"days\": 3}}}", ImportProblemKind.NoSchedule },
        { new string('[', 100_000), ImportProblemKind.Unreadable },
        { string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), ImportProblemKind.Unreadable },
        { "<schedule>", ImportProblemKind.Unreadable },
        { "<html/>", ImportProblemKind.NoSchedule },
        { "<!DOCTYPE schedule [<!ENTITY a \"aaaa\">]><schedule><conference><title>&a;</title></conference></schedule>", ImportProblemKind.DocumentType },
        { "<!DOCTYPE schedule SYSTEM \"http://localhost/x.dtd\"><schedule><conference/></schedule>", ImportProblemKind.DocumentType },
        { "<?xml version=\"1.0\" encoding=\"utf-7\"?><schedule/>", ImportProblemKind.Unreadable },
        { "<schedule><conference/>\u0001</schedule>", ImportProblemKind.Unreadable },
        { string.Concat(Enumerable.Repeat("<a>", 500_000)), ImportProblemKind.Unreadable },
        { $"<schedule {string.Concat(Enumerable.Range(0, 100).Select(n => $" a{n}=\"1\""))}><conference/></schedule>", ImportProblemKind.Unreadable },
        { "code;salle\r\nbcdfgh;Ys", ImportProblemKind.MissingColumn },
        { "titre;début\r\n\"jamais fermé;2027", ImportProblemKind.Unreadable },
        { "titre;début\r\n" + string.Concat(Enumerable.Repeat("T;2027-03-18T09:00\r\n", 100_000)), ImportProblemKind.TooManySessions },
        { $"{{\"schedule\":{{\"conference\":{{\"days\":[{{\"rooms\":{{\"A\":[{string.Join(',', Enumerable.Repeat("{\"title\":\"T\"}", 100_000))}]}}}}]}}}}}}", ImportProblemKind.TooManySessions },
        { $"<schedule><conference/><day><room name=\"A\">{string.Concat(Enumerable.Repeat("<event><title>T</title></event>", 100_000))}</room></day></schedule>", ImportProblemKind.TooManySessions },
        { new string('a', ProgrammeFile.MostBytes + 1), ImportProblemKind.TooLarge },
        { "PK\u0003\u0004 nothing", ImportProblemKind.ArchiveBroken },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_file_that_is_no_programme_says_why(string content, ImportProblemKind expected) =>
        Assert.Contains(ProgrammeFile.Read(Encoding.UTF8.GetBytes(content)).Problems, p => p.Kind == expected);

    [Fact]
    public void A_spreadsheet_of_an_old_encoding_is_refused_at_its_first_accent()
    {
        var problem = Assert.Single(ProgrammeFile.Read([.. "title;start\r\nA;2027-03-18T09:00\r\n"u8, 0xC9, .. "t\r\n"u8]).Problems);

        Assert.Equal((ImportProblemKind.WrongEncoding, 3), (problem.Kind, problem.Place.Line));
    }

    [Fact]
    public void An_archive_is_unpacked_no_further_than_a_programme_goes()
    {
        Assert.Equal(ImportProblemKind.ArchiveTooLarge, KindOf(Archive(("programme.json", new string(' ', ProgrammeFile.MostUnpacked + 1)))));
        Assert.Equal(ImportProblemKind.NoProgramme, KindOf(Archive(("../programme.json", "{}"))));
        Assert.Equal(ImportProblemKind.NoProgramme, KindOf(Archive(("programme.json", "{}"))));
        Assert.Equal(ImportProblemKind.NoProgramme, KindOf(Archive([.. Enumerable.Range(0, 21).Select(n => (n == 0 ? "programme.json" : $"{n}", "{}"))])));
        Assert.Equal(ImportProblemKind.NewerFormat, KindOf(Archive(("programme.json", "{\"Format\":\"hub-programme\",\"Version\":2,\"Programme\":{}}"))));
        Assert.Equal(ImportProblemKind.Unreadable, KindOf(Archive(("programme.json", "{\"Format\":\"hub-programme\",\"Version\":1,\"Programme\":{\"Rooms\":4}}"))));
        Assert.Equal(ImportProblemKind.Unreadable, KindOf(Archive(("programme.json", new string('[', 100_000)))));

        static ImportProblemKind KindOf(byte[] archive) => Assert.Single(ProgrammeFile.Read(archive).Problems).Kind;
    }

    [Fact]
    public async Task An_archive_made_by_hand_is_held_to_the_same_rules()
    {
        var desk = await ImportDesk.OpenAsync(app);
        const string facts = "\"Kind\":\"Debate\",\"Title\":\"T\",\"LocalStart\":\"2027-03-18T09:00:00\",\"Minutes\":30";
        var sessions = new[]
        {
            "null", "{\"Id\":\"0198f1c2-0000-7000-8000-000000000001\",\"Code\":\"bcdfgh\"}", $"{{\"Code\":\"x\",\"Facts\":{{{facts},\"RoomId\":\"0198f1c2-0000-7000-8000-000000000009\"}}}}",
            $"{{\"Facts\":{{{facts.Replace("30", "3000", StringComparison.Ordinal)}}}}}", $"{{\"Facts\":{{{facts.Replace("2027", "9999", StringComparison.Ordinal)}}}}}",
            $"{{\"Facts\":{{{facts},\"Language\":\"klingon\"}}}}", $"{{\"Facts\":{{{facts},\"Abstract\":\"a\\u0000b\"}}}}", $"{{\"Facts\":{{{facts.Replace("\"T\"", "\" \"", StringComparison.Ordinal)}}}}}",
        };

        using var page = await desk.SendAsync(Archive(("programme.json", $"{{\"Format\":\"hub-programme\",\"Version\":1,\"Programme\":{{\"Rooms\":[null],\"Sessions\":[{string.Join(',', sessions)}]}}}}")), "x.zip");

        Assert.Equal(sessions.Length, ImportDesk.ProblemsOf(page).Count);
        Assert.Empty((await desk.PlanAsync()).Sessions);
    }

    [Theory]
    [InlineData("8,\"ChangeoverMinutes\":2,\"Slots\":[{\"Title\":\" \"}]")]
    [InlineData("8,\"ChangeoverMinutes\":2,\"Slots\":[{\"Title\":\"A\\nB\"}]")]
    [InlineData("8,\"ChangeoverMinutes\":2,\"Slots\":[{\"Title\":\"A\",\"Presenters\":\"a\\u0000b\"}]")]
    [InlineData("8,\"ChangeoverMinutes\":2,\"Slots\":[null]")]
    [InlineData("8,\"ChangeoverMinutes\":2")]
    [InlineData("8,\"ChangeoverMinutes\":-1,\"Slots\":[]")]
    [InlineData("241,\"ChangeoverMinutes\":2,\"Slots\":[]")]
    public async Task Turns_that_no_stage_could_hold_are_refused(string turns)
    {
        var desk = await ImportDesk.OpenAsync(app);
        const string id = "\"0198f1c2-0000-7000-8000-000000000001\"";
        var session = $"{{\"Id\":{id},\"Code\":\"bcdfgh\",\"Facts\":{{\"Kind\":\"PitchSession\",\"Title\":\"Les pitchs\",\"Minutes\":30}}}}";

        using var page = await desk.SendAsync(Archive(("programme.json",
            $"{{\"Format\":\"hub-programme\",\"Version\":1,\"Programme\":{{\"Sessions\":[{session}]}},\"RunningOrders\":[null,{{\"SessionId\":{id},\"SlotMinutes\":{turns}}}]}}")), "x.zip");

        Assert.Contains("son ordre de passage ne peut pas être repris", Assert.Single(ImportDesk.ProblemsOf(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rooms_beyond_measure_are_refused_without_going_through_them()
    {
        var desk = await ImportDesk.OpenAsync(app);
        var rooms = string.Concat(Enumerable.Range(0, 200_000).Select(n => $"<room name=\"{n}\"/>"));

        using var page = await desk.SendAsync(Encoding.UTF8.GetBytes($"<schedule><conference/><day>{rooms}</day></schedule>"), "schedule.xml");

        Assert.Contains("60 salles", Assert.Single(ImportDesk.ProblemsOf(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_is_said_to_be_read_by_the_clock_of_the_day()
    {
        var desk = await ImportDesk.OpenAsync(app);

        using var page = await desk.SendAsync("""{"schedule":{"conference":{"time_zone_name":"Europe/Lundi","days":[{"rooms":{"A":[{"title":"T","date":"2027-03-18T10:00","duration":"00:30"}]}}]}}}"""u8.ToArray());

        Assert.Contains("« Europe/Lundi »", page.Words().Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("sont convertis", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_line_of_a_spreadsheet_is_named()
    {
        var desk = await ImportDesk.OpenAsync(app);
        var csv = "Title,Start,Duration,Room\nGood,2027-03-18 09:00,00:30,Ys\n\"Two\nlines\",2027-03-18 10:00,00:30,Ys\n,18/03/2027 11:00,00:30,Ys\nLate,18/03/2027 31:00,00:30,Ys\n";

        using var page = await desk.SendAsync(Encoding.UTF8.GetBytes(csv), "programme.csv");

        Assert.Equal(["Ligne 3,", "Ligne 5", "Ligne 6,"], ImportDesk.ProblemsOf(page).Select(p => p[..8].Trim()));
        Assert.Empty((await desk.PlanAsync()).Sessions);
    }

    [Fact]
    public async Task The_page_names_what_is_wrong_in_the_language_of_the_reader_and_holds_large_files()
    {
        var desk = await ImportDesk.OpenAsync(app);

        using var french = await desk.SendAsync("<!DOCTYPE a []><a/>"u8.ToArray());
        using var none = await desk.Browser.SendFormAsync(desk.Page, []);
        using var large = await desk.SendAsync(new byte[ProgrammeFile.MostBytes + 1]);

        Assert.Contains("déclaration DOCTYPE", Assert.Single(ImportDesk.ProblemsOf(french)), StringComparison.Ordinal);
        Assert.Contains("Choisissez le fichier", (await none.ReadAsync()).Words(), StringComparison.Ordinal);
        Assert.Contains("dépasse 5 Mo", Assert.Single(ImportDesk.ProblemsOf(large)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_talks_that_pack_badly_survive_the_preview()
    {
        var desk = await ImportDesk.OpenAsync(app);
        Random random = new(7);
        var schedule = PretalxSchedule.Of(250);
        foreach (var talk in PretalxSchedule.TalksOf(schedule))
        {
            talk["abstract"] = string.Concat(Enumerable.Range(0, 1900).Select(_ => (char)random.Next(0x4E00, 0x9000)));
        }

        Assert.Equal(250, (await desk.ImportAsync(Encoding.UTF8.GetBytes(schedule.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })))).Sessions.Count);
    }

    private static byte[] Archive(params (string Name, string Content)[] entries)
    {
        using MemoryStream file = new();
        using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using StreamWriter writer = new(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }
}
