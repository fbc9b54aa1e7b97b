using System.IO.Compression;
using System.Text;
using CsvHelper;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Pitches;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>All that was sent to a call, for its organisers: each version as its receipt has it, and a table for spreadsheets.</summary>
public static class Proposals
{
    private static readonly string[] Columns = ["NumberOf", "Organisation", "State", "Rank", "Mean", "LastSent", "Hash", "WhoWrites"];

    private static readonly CsvWriterOptions Shape = new() { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static void MapProposals(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/organisation/journees/{id:guid}/appels/{call:guid}/propositions.zip", Feed.ReadMethods, ReadAsync).RequireAuthorization();

    private static async Task<IResult> ReadAsync(Guid id, Guid call, HubDbContext db, HttpContext http, IStringLocalizer<PitchTexts> texts, IStringLocalizer<DecisionTexts> fates, CancellationToken ct)
    {
        var mine = db.EditionsManagedBy(http.User.AccountId).Where(e => e.Id == id);
        if (await db.CallsForPitches.AsNoTracking().SingleOrDefaultAsync(c => c.Id == call && mine.Any(e => e.Id == c.EditionId), ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var sent = db.Applications.AsNoTracking().Where(a => a.ContestId == call && a.Versions > 0);
        var applications = await sent.OrderBy(a => a.Number).ToListAsync(ct);
        var versions = (await db.ApplicationVersions.AsNoTracking().Where(v => sent.Any(a => a.Id == v.ApplicationId)).ToListAsync(ct)).ToLookup(v => v.ApplicationId);
        var authors = (await db.Authors.AsNoTracking().Where(a => sent.Any(s => s.Id == a.ApplicationId)).ToListAsync(ct)).ToLookup(a => a.ApplicationId);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.ContestId == call).ToDictionaryAsync(d => d.ApplicationId, ct);
        var offers = await db.StageOffers.AsNoTracking().Where(o => o.CallId == call).ToDictionaryAsync(o => o.ApplicationId, ct);
        var ranks = (await db.RankAsync(call, ct)).ToDictionary(r => r.ApplicationId);
        string State(Application application) =>
            fates.FateOf(decisions.GetValueOrDefault(application.Id), offers.GetValueOrDefault(application.Id), found.TimeZone) ?? texts[$"ApplicationState.{application.State}"];
        string[] Figures(Application application) => ranks.TryGetValue(application.Id, out var ranked)
            ? [$"{ranked.Rank}", ranked.Mean is { } mean ? Spoken.Number(mean, 2) : ""] : ["", ""];
        var form = await db.Contests.Where(c => c.Id == call).Select(c => c.Form).SingleAsync(ct);
        var table = await TableAsync(applications, form, versions, authors, a => [State(a), .. Figures(a)], texts, ct);
        http.Response.Headers.CacheControl = "no-store";

        // Documents may be more than the memory holds.
        FileStream file = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        http.Response.RegisterForDisposeAsync(file);
        await using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(archive, "propositions.csv", table, ct);
            foreach (var application in applications)
            {
                foreach (var version in versions[application.Id])
                {
                    await AddAsync(archive, $"proposition-{application.Number}-v{version.Number}.json", Encoding.UTF8.GetBytes(version.Content), ct);
                }
            }

            await AddFilesAsync(archive, db, form, applications.Select(a => (a, versions[a.Id].MaxBy(v => v.Number)!)), ct);
        }

        file.Position = 0;
        return TypedResults.File(file, "application/zip", $"{found.Slug}-propositions.zip");
    }

    /// <summary>The documents of what was sent last, one in memory at a time, and the list by which sha256sum checks them.</summary>
    private static async Task AddFilesAsync(ZipArchive archive, HubDbContext db, ApplicationForm form, IEnumerable<(Application Application, ApplicationVersion Last)> sent, CancellationToken ct)
    {
        List<AttachedFile> sums = [];
        foreach (var (application, last) in sent)
        {
            foreach (var answer in last.Answers.Where(a => form.Find(a.Key) is { Kind: FieldKind.Files }))
            {
                foreach (var file in AttachedFile.In(answer.Text))
                {
                    var path = $"fichiers/{application.Number}/{answer.Key}/{file.FileName}";
                    await AddAsync(archive, path, await db.Attachments.Where(a => a.ApplicationId == application.Id && a.Hash == file.Hash).Select(a => a.Content).SingleAsync(ct), ct);
                    sums.Add(file with { FileName = path });
                }
            }
        }

        if (sums.Count > 0)
        {
            await AddAsync(archive, "SHA256SUMS", Encoding.UTF8.GetBytes(AttachedFile.Write(sums) + "\n"), ct);
        }
    }

    private static async Task AddAsync(ZipArchive archive, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(content, ct);
    }

    private static async Task<byte[]> TableAsync(
        List<Application> applications, ApplicationForm form, ILookup<Guid, ApplicationVersion> versions, ILookup<Guid, Author> authors, Func<Application, string[]> judged, IStringLocalizer<PitchTexts> texts, CancellationToken ct)
    {
        await using MemoryStream table = new();
        await using (var csv = CsvWriter.Create(table, Shape, true))
        {
            await csv.WriteRecordAsync([.. Columns.Select(k => texts[k].Value), .. form.Fields.Select(f => f.Label)], ct);
            foreach (var application in applications)
            {
                var last = versions[application.Id].MaxBy(v => v.Number)!;
                var answers = last.Answers.ToDictionary(a => a.Key, a => a.Text, StringComparer.Ordinal);
                string[] row =
                [
                    $"{application.Number}", application.Organisation, .. judged(application), $"{last.SubmittedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}", last.Hash,
                    string.Join(", ", authors[application.Id].Select(a => $"{a.Name} <{a.Email}>")), .. form.Fields.Select(f => Cell(f, answers.GetValueOrDefault(f.Key) ?? "")),
                ];
                await csv.WriteRecordAsync([.. row.Select(HarmlessText.Of)], ct);
            }
        }

        return table.ToArray();
    }

    private static string Cell(FormField field, string answer) => field.Kind is FieldKind.Files ? string.Join(", ", AttachedFile.In(answer).Select(f => f.FileName)) : answer;
}
