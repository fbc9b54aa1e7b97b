using System.Security.Cryptography;
using Hub.Core.Data;
using Hub.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Evaluations;

/// <summary>Documents that authors put beside their answers.</summary>
public sealed class AttachmentDesk(HubDbContext db, TimeProvider clock)
{
    /// <summary>Puts a document beside an answer, in place of the one of the same name.</summary>
    /// <param name="key">Of the question.</param>
    /// <param name="arrivedAt">When the request did, UTC: to wait for others makes nobody late.</param>
    public Task<AttachOutcome> AttachAsync(Guid applicationId, string key, DocumentFile file, DateTime arrivedAt, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var (contest, application) = await FindAsync(applicationId, ct);
                if (!application.IsOpen(contest, arrivedAt) || contest.Form.Find(key) is not { Kind: FieldKind.Files } field)
                {
                    return AttachOutcome.Late;
                }

                AttachedFile added = new(Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.FileName);
                List<AttachedFile> files = [.. AttachedFile.In(application.TextOf(key)).Where(f => f.FileName != added.FileName), added];
                if (files.Count > field.MaxLength)
                {
                    return AttachOutcome.TooMany;
                }

                var answer = AttachedFile.Write(files);
                var others = contest.Form.FilesIn(k => k == key ? answer : application.TextOf(k)).Where(h => h != added.Hash).ToList();
                var kept = db.Attachments.Where(a => a.ApplicationId == applicationId);
                if (await kept.Where(a => others.Contains(a.Hash)).SumAsync(a => (long)a.Size, ct) + file.Content.Length > Attachment.MostBytes)
                {
                    return AttachOutcome.TooHeavy;
                }

                application.Put(key, answer);
                if (!await kept.AnyAsync(a => a.Hash == added.Hash, ct))
                {
                    db.Add(new Attachment(applicationId, added.Hash, file, clock.GetUtcNow().UtcDateTime));
                }

                await LetGoAsync(contest, application, ct);
                return AttachOutcome.Done;
            },
            ct);

    /// <returns>False when it is not there, or too late.</returns>
    /// <inheritdoc cref="AttachAsync"/>
    public Task<bool> DetachAsync(Guid applicationId, string key, string fileName, DateTime arrivedAt, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var (contest, application) = await FindAsync(applicationId, ct);
                var files = AttachedFile.In(application.TextOf(key));
                if (!application.IsOpen(contest, arrivedAt) || contest.Form.Find(key) is not { Kind: FieldKind.Files } || files.All(f => f.FileName != fileName))
                {
                    return false;
                }

                application.Put(key, AttachedFile.Write(files.Where(f => f.FileName != fileName)));
                await LetGoAsync(contest, application, ct);
                return true;
            },
            ct);

    private async Task<(Contest Contest, Application Application)> FindAsync(Guid applicationId, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == applicationId, ct);
        return (await db.Contests.AsNoTracking().SingleAsync(c => c.Id == application.ContestId, ct), application);
    }

    /// <summary>What neither the answers nor the version sent last names is of use to nobody.</summary>
    private async Task LetGoAsync(Contest contest, Application application, CancellationToken ct)
    {
        var sent = await db.ApplicationVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ApplicationId == application.Id && v.Number == application.Versions, ct);
        List<string> named = [.. application.FilesBy(contest.Form), .. sent?.FilesBy(contest.Form) ?? []];
        await db.Attachments.Where(a => a.ApplicationId == application.Id && !named.Contains(a.Hash)).ExecuteDeleteAsync(ct);
    }
}

/// <remarks><see cref="Late"/>: nothing can change any more, or nobody asks for documents there.</remarks>
public enum AttachOutcome { Done, Late, TooMany, TooHeavy }
