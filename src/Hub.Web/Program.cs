using Hub.Core.CheckIns;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Hub.Core.Pitches;
using Hub.Core.Privacy;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Core.Site;
using Hub.Core.Votes;
using Hub.Templates;
using Hub.Web.Accounts;
using Hub.Web.Audit;
using Hub.Web.Calendars;
using Hub.Web.CheckIns;
using Hub.Web.Data;
using Hub.Web.Demo;
using Hub.Web.Events;
using Hub.Web.OpenData;
using Hub.Web.Operations;
using Hub.Web.Pitches;
using Hub.Web.Registrations;
using Hub.Web.Shared;
using Hub.Web.Site;
using Hub.Web.Territories;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase();
builder.Services.AddKeyRing(builder.Configuration);
builder.Services.AddAccounts();
builder.Services.AddAudit();
builder.Services.AddNotifications(s => Path.Combine(s.DataFolder, "mails")).AddTemplates();
builder.Services.AddSite().AddOrganisations().AddEvaluations();
builder.Services.AddEvents().AddProgrammes().AddRegistrations().AddPitches().AddVotes().AddCheckIns().AddPrivacy().AddScoped<TerritoryChoice>().AddScoped<CheckInBoard>().AddScoped<ProposalFiles>();
builder.Services.AddShell();
builder.Services.AddTrustedProxies(builder.Configuration);
builder.Services.AddRateLimits();

await using var app = builder.Build();

app.UseForwardedHeaders();
app.UseShell();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.UseSecondFactor();
app.MapShell();
app.MapPasskeys();
app.MapCalendars();
app.MapDayImages();
app.MapProgrammeAtom();
app.MapSpeakerImages();
app.MapSessionDocuments();
app.MapProposals();
app.MapOpenData();
app.MapSite();
app.MapTerritories();
app.MapHealth();

// Settings (--Section:Name=value) may stand anywhere among the words of a command.
string[] words = [.. args.Where(a => !(a.StartsWith("--", StringComparison.Ordinal) && a.Contains('=', StringComparison.Ordinal)))];

// These four see the database as it is.
var migrates = app.Configuration.GetValue<bool>("Database:MigrateAtStart");
if (migrates && words is not ["migrate" or "backup" or "restore" or "doctor", ..])
{
    await app.Services.MigrateAsync();
}

switch (words)
{
    case ["migrate"]:
        await app.Services.MigrateAsync();
        return 0;
    case ["migrate", "--backup", [not '-', ..] file]:
        if (await OperatorCommands.BackupAsync(app.Services, () => app.Services.DataFolder, file) is not 0)
        {
            return 1;
        }

        await app.Services.MigrateAsync();
        return 0;
    case ["seed", "demo"]:
        await app.Services.SeedDemoAsync();
        return 0;
    case ["admin", "add", var email] when MailAddresses.ToHeader(email) is not null:
        Console.WriteLine(await AccountCommands.AddAdministratorAsync(app.Services, email));
        return 0;
    case ["account", "reset", var email]:
        Console.WriteLine(await AccountCommands.ResetAsync(app.Services, email) is { } link ? $"{link}" : $"No account has the address {email}.");
        return 0;
    case ["organiser", "add", var email, var organisation] when MailAddresses.ToHeader(email) is not null && organisation.Trim() is [not '-', ..]:
        Console.WriteLine(await AccountCommands.AddOrganiserAsync(app.Services, email, organisation));
        return 0;
    case ["backup", [not '-', ..] file]:
        return await OperatorCommands.BackupAsync(app.Services, () => app.Services.DataFolder, file);
    case ["restore", [not '-', ..] file]:
        return await OperatorCommands.RestoreAsync(app.Services, () => app.Services.DataFolder, file);
    case ["purge"] or ["purge", "--dry-run"]:
        return await OperatorCommands.PurgeAsync(app.Services, isDry: words.Length > 1);
    case ["doctor"]:
        return await OperatorCommands.ExamineAsync(app.Services, app.Services.DataFolderPath);
    case ["--help" or "-h" or [not '-', ..], ..]:
        Console.Error.WriteLine("Commands: migrate [--backup FILE] | backup FILE | restore FILE | doctor | purge [--dry-run] | seed demo | admin add EMAIL | organiser add EMAIL ORGANISATION | account reset EMAIL");
        return 2;
    default:
        await (migrates ? app.Services.SeedFirstStartAsync() : Task.CompletedTask);
        await app.RunAsync();
        return 0;
}
