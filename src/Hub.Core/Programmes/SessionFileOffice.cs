using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>What organisers and those who speak give to take home.</summary>
public sealed class SessionFileOffice(HubDbContext db, TimeProvider clock)
{
    /// <param name="words">Null: the name of the file says it.</param>
    /// <param name="sentBy">Invitation or author who sends it; null: the organisers.</param>
    public Task<SessionFileOutcome> AddAsync(FilePlace place, DocumentFile file, string? words, Guid? sentBy, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var known = db.SessionFiles.Where(f => f.EditionId == place.EditionId);
                if (await known.CountAsync(f => f.SessionId == place.SessionId && f.SlotId == place.SlotId, ct) >= SessionFile.MostOfOne || await known.CountAsync(ct) >= SessionFile.MostOfDay)
                {
                    return SessionFileOutcome.Full;
                }

                db.Add(new SessionFile
                {
                    EditionId = place.EditionId,
                    SessionId = place.SessionId,
                    SlotId = place.SlotId,
                    Words = words ?? Path.GetFileNameWithoutExtension(file.FileName),
                    FileName = file.FileName,
                    MediaType = file.MediaType,
                    Content = file.Content,
                    Size = file.Content.Length,
                    SentAt = Now,
                    SentBy = sentBy,
                });
                db.Log("AddFile", sentBy ?? place.EditionId, by, Now, sentBy is null ? file.FileName : null);
                return SessionFileOutcome.Done;
            },
            ct);

    /// <param name="sentBy">Invitation or author who asks, who may remove what they sent; null: the organisers, who may remove all.</param>
    /// <returns>False when there is none for them to remove.</returns>
    public Task<bool> RemoveAsync(Guid editionId, Guid id, Guid? sentBy, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var mine = db.SessionFiles.Where(f => f.EditionId == editionId && f.Id == id && (sentBy == null || f.SentBy == sentBy));
                if (await mine.Select(f => f.FileName).SingleOrDefaultAsync(ct) is not { } name)
                {
                    return false;
                }

                await mine.ExecuteDeleteAsync(ct);
                db.Log("RemoveFile", sentBy ?? editionId, by, Now, sentBy is null ? name : null);
                return true;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <summary>What a document belongs to.</summary>
/// <inheritdoc cref="SessionFile"/>
public sealed record FilePlace(Guid EditionId, Guid SessionId, Guid? SlotId = null);

/// <remarks><see cref="Full"/>: the session or the turn, or the day, has as many as it may.</remarks>
public enum SessionFileOutcome { Done, Full }

/// <summary>A file without its bytes.</summary>
/// <inheritdoc cref="SessionFile"/>
public sealed record SessionFileLine(Guid Id, Guid SessionId, Guid? SlotId, string Words, string FileName, string MediaType, int Size, DateTime SentAt, Guid? SentBy);

public static class SessionFileSets
{
    extension(HubDbContext db)
    {
        public DbSet<SessionFile> SessionFiles => db.Set<SessionFile>();
    }

    extension(IQueryable<SessionFile> files)
    {
        /// <summary>In the order they came.</summary>
        public async Task<IReadOnlyList<SessionFileLine>> LinesAsync(CancellationToken ct) => await files.OrderBy(f => f.SentAt).ThenBy(f => f.Id)
            .Select(f => new SessionFileLine(f.Id, f.SessionId, f.SlotId, f.Words, f.FileName, f.MediaType, f.Size, f.SentAt, f.SentBy)).ToListAsync(ct);
    }
}
