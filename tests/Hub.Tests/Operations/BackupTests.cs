using System.IO.Compression;
using System.Net;
using System.Text;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Tests.Support;
using Hub.Web.Operations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Operations;

/// <summary>The commands as an operator types them: the hub serves in one process, they run in another.</summary>
public abstract class BackupTests(Func<HubApp> make) : IDisposable
{
    private readonly DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("hub-backup-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string File => Path.Combine(elsewhere.FullName, "hub.zip");

    public void Dispose()
    {
        elsewhere.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_backup_made_while_people_register_restores_to_a_sound_hub_with_equal_counts()
    {
        await using var app = make();
        var origin = app.Listen();
        var edition = await EditionAsync(app, capacity: 60);
        var backup = HubCommand.RunAsync(app.Settings, "backup", File);
        var registered = await RegisterUntilAsync(app, origin, edition, backup);
        Assert.Equal(0, (await backup).ExitCode);
        Assert.True(registered > 20, $"Only {registered} people registered meanwhile: this proves nothing.");

        await using var copy = make();
        var restored = await HubCommand.RunAsync(copy.Settings, "restore", File);
        Assert.True(restored.ExitCode == 0, restored.Said);

        var examined = await HubCommand.RunAsync(copy.Settings, "doctor");
        Assert.True(examined.ExitCode == 0, examined.Said);

        var manifest = Manifest();
        Assert.InRange(manifest.Rows["Registrations"], 1, registered);
        Assert.Equal(manifest.Rows["Registrations"], await copy.ReadAsync(db => db.Registrations.CountAsync(Ct)));
        Assert.Equal(manifest.Rows["Outbox"], await copy.ReadAsync(db => db.Set<Hub.Core.Notifications.OutboxMessage>().CountAsync(Ct)));
        Assert.Equal(manifest.Rows["Outbox"], manifest.Rows["Registrations"]);
        Assert.Equal(
            await copy.ReadAsync(db => db.Registrations.CountAsync(r => r.State == RegistrationState.Confirmed, Ct)),
            await copy.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.SeatsTaken).SingleAsync(Ct)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task A_personal_link_and_the_folders_of_the_data_folder_come_along_and_delivered_mails_do_not()
    {
        await using var app = make();
        var edition = await EditionAsync(app);
        await app.DoAsync<RegistrationDesk>(desk => desk.RegisterAsync(edition.Id, An.Attendee("ada"), "fr", Ct));
        var link = Assert.Single(await app.MailsToAsync("ada@mairie.example")).Link();
        Directory.CreateDirectory(Path.Combine(app.Folder, "uploads/photos"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(app.Folder, "uploads/photos/salle.txt"), "une salle", Ct);
        Assert.Equal(0, (await HubCommand.RunAsync(app.Settings, "backup", File)).ExitCode);

        await using var copy = make();
        Assert.Equal(0, (await HubCommand.RunAsync(copy.Settings, "restore", File)).ExitCode);

        Assert.Equal("une salle", await System.IO.File.ReadAllTextAsync(Path.Combine(copy.Folder, "uploads/photos/salle.txt"), Ct));
        Assert.False(Directory.Exists(copy.MailFolder));
        using var visitor = copy.Visitor();
        using var ticket = await visitor.ReadAsync(link);
        Assert.NotNull(ticket.QuerySelector(".ticket__qr svg"));
    }

    [Fact]
    public async Task Nothing_is_overwritten_neither_a_file_nor_a_hub()
    {
        await using var app = make();
        await EditionAsync(app);
        Assert.Equal(0, (await HubCommand.RunAsync(app.Settings, "backup", File)).ExitCode);
        var before = await System.IO.File.ReadAllBytesAsync(File, Ct);

        var again = await HubCommand.RunAsync(app.Settings, "backup", File);
        var restored = await HubCommand.RunAsync(app.Settings, "restore", File);

        Assert.Equal((1, 1), (again.ExitCode, restored.ExitCode));
        Assert.Contains("exists", again.Said, StringComparison.Ordinal);
        Assert.Contains("not empty (1 in Editions", restored.Said, StringComparison.Ordinal);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, Ct));
        Assert.Equal([File], Directory.GetFileSystemEntries(elsewhere.FullName));
    }

    [Fact]
    public async Task A_hub_that_was_started_and_never_used_is_empty_enough_to_restore_into()
    {
        await using var app = make();
        await EditionAsync(app);
        Assert.Equal(0, (await HubCommand.RunAsync(app.Settings, "backup", File)).ExitCode);
        await using var copy = make();
        Assert.NotEqual(0, await copy.ReadAsync(db => db.Set<Hub.Core.Data.KeyRingElement>().CountAsync(Ct)));

        var restored = await HubCommand.RunAsync(copy.Settings, "restore", File);

        Assert.True(restored.ExitCode == 0, restored.Said);
        Assert.Equal(1, await copy.ReadAsync(db => db.Editions.CountAsync(Ct)));
        Assert.Contains("ok      database", (await HubCommand.RunAsync(copy.Settings, "doctor")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_since_is_refused_and_leaves_the_hub_empty()
    {
        await using var app = make();
        await EditionAsync(app);
        Assert.Equal(0, (await HubCommand.RunAsync(app.Settings, "backup", File)).ExitCode);
        await using var copy = make();

        Edit(BackupManifest.Database, bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        var changed = await HubCommand.RunAsync(copy.Settings, "restore", File);
        var last = Manifest().LastMigration;
        Edit(BackupManifest.Entry, json => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace(last, "20990101000000_Tomorrow", StringComparison.Ordinal)));
        Edit(BackupManifest.Database, bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        var newer = await HubCommand.RunAsync(copy.Settings, "restore", File);
        Edit(BackupManifest.Entry, json => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace(app.Settings["Database__Provider"], "SqlServer", StringComparison.Ordinal)));
        var foreign = await HubCommand.RunAsync(copy.Settings, "restore", File);
        Edit(BackupManifest.Entry, json => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace("\"rows\"", "\"lines\"", StringComparison.Ordinal)));
        var incomplete = await HubCommand.RunAsync(copy.Settings, "restore", File);
        await System.IO.File.WriteAllTextAsync(File, "hello", Ct);
        var nonsense = await HubCommand.RunAsync(copy.Settings, "restore", File);

        Assert.Equal((1, 1, 1, 1, 1), (changed.ExitCode, newer.ExitCode, foreign.ExitCode, incomplete.ExitCode, nonsense.ExitCode));
        Assert.Contains("lacks something", incomplete.Said, StringComparison.Ordinal);
        Assert.Contains("SHA-256", changed.Said, StringComparison.Ordinal);
        Assert.Contains("newer hub", newer.Said, StringComparison.Ordinal);
        Assert.Contains("backup is of SqlServer", foreign.Said, StringComparison.Ordinal);
        Assert.Contains("not a backup", nonsense.Said, StringComparison.Ordinal);
        Assert.Equal(0, await copy.ReadAsync(db => db.Editions.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_backup_before_a_migration_is_made_first_and_a_failed_one_stops_it()
    {
        await using var app = make();
        var nothing = await HubCommand.RunAsync(app.Settings, "migrate", "--backup", File);
        Assert.Equal(1, nothing.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere.FullName));

        await EditionAsync(app);
        Assert.Equal(0, (await HubCommand.RunAsync(app.Settings, "migrate", "--backup", File)).ExitCode);
        Assert.Equal(1, Manifest().Rows["Editions"]);
        Assert.Equal(2, (await HubCommand.RunAsync(app.Settings, "migrate", "--backup")).ExitCode);
    }

    /// <summary>Until the command ends; within what one address may send in a minute.</summary>
    private static async Task<int> RegisterUntilAsync(HubApp app, Uri origin, Edition edition, Task command)
    {
        using HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = origin };
        var page = $"/journees/{edition.Slug}/inscription";
        var token = await Form.TokenAsync(client, page);
        var registered = 0;
        while (!command.IsCompleted && registered < 280)
        {
            await Task.WhenAll(Enumerable.Range(registered, 4).Select(async n =>
            {
                using FormUrlEncodedContent form = new(Form.Of(An.Attendee($"p{n}")).Append(new("__RequestVerificationToken", token)));
                using var answer = await client.PostAsync(page, form, Ct);
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            }));
            registered += 4;
        }

        Assert.Equal(registered, await app.ReadAsync(db => db.Registrations.CountAsync(Ct)));
        return registered;
    }

    private BackupManifest Manifest()
    {
        using var zip = ZipFile.OpenRead(File);
        using var stream = zip.GetEntry(BackupManifest.Entry)!.Open();
        return BackupManifest.Read(stream)!;
    }

    private void Edit(string entry, Func<byte[], byte[]> change)
    {
        using var zip = ZipFile.Open(File, ZipArchiveMode.Update);
        using var stream = zip.GetEntry(entry)!.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        var changed = change(content.ToArray());
        stream.SetLength(0);
        stream.Write(changed);
    }

    private static async Task<Edition> EditionAsync(HubApp app, int capacity = 20)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation, capacity);
        await app.SaveAsync(organisation, edition);
        return edition;
    }

    public sealed class OnSqlite() : BackupTests(() => new SqliteHub());

    public sealed class OnPostgreSql(PostgreSqlServer server) : BackupTests(() => new PostgreSqlHub(server));
}
