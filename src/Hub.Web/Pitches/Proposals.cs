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
        http.Response.Headers.CacheControl = "no-store";
        using MemoryStream file = new();
        await using (ZipArchive archive = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(archive, "propositions.csv", await TableAsync(applications, form, versions, authors, a => [State(a), .. Figures(a)], texts, ct), ct);
            foreach (var application in applications)
            {
                foreach (var version in versions[application.Id])
                {
                    await AddAsync(archive, $"proposition-{application.Number}-v{version.Number}.json", Encoding.UTF8.GetBytes(version.Content), ct);
                }
            }
        }

        return TypedResults.File(file.ToArray(), "application/zip", $"{found.Slug}-propositions.zip");
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
                    string.Join(", ", authors[application.Id].Select(a => $"{a.Name} <{a.Email}>")), .. form.Fields.Select(f => answers.GetValueOrDefault(f.Key) ?? ""),
                ];
                await csv.WriteRecordAsync([.. row.Select(HarmlessText.Of)], ct);
            }
        }

        return table.ToArray();
    }
}
