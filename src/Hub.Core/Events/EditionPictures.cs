using System.Security.Cryptography;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Events;

/// <summary>The picture of a day, with the words that must go with it.</summary>
public sealed class EditionPictures(HubDbContext db, TimeProvider clock)
{
    /// <param name="file">What <see cref="PictureFile"/> accepts; null keeps the picture and changes its words.</param>
    /// <returns>False when there is neither a picture to keep nor one to store.</returns>
    public Task<bool> SetAsync(Guid editionId, byte[]? file, PictureWords words, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var known = await db.EditionImages.SingleOrDefaultAsync(i => i.EditionId == editionId, ct);
                if (file is null && known is null)
                {
                    return false;
                }

                var content = file ?? known!.Content;
                var picture = PictureFile.Read(content) ?? throw new ArgumentException("This is no picture.", nameof(file));

                // Salted with the day: who has the file cannot ask whether a draft shows it.
                var hash = Convert.ToHexStringLower(SHA256.HashData([.. editionId.ToByteArray(), .. content]));
                known ??= db.Add(new EditionImage
                {
                    EditionId = editionId,
                    MediaType = "",
                    Content = content,
                    Hash = hash,
                    Width = 0,
                    Height = 0,
                    Alt = "",
                    Credit = "",
                }).Entity;
                (known.MediaType, known.Width, known.Height, known.Content, known.Hash) = (picture.MediaType, picture.Width, picture.Height, content, hash);
                (known.Alt, known.EnglishAlt, known.Credit) = (words.Alt, words.EnglishAlt, words.Credit);
                db.Log("SetPicture", editionId, by, Now);
                return true;
            },
            ct);

    public Task RemoveAsync(Guid editionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.EditionImages.SingleOrDefaultAsync(i => i.EditionId == editionId, ct) is { } known)
                {
                    db.Remove(known);
                    db.Log("RemovePicture", editionId, by, Now);
                }
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <param name="Alt">What the picture shows, for whoever does not see it.</param>
/// <param name="EnglishAlt">Null: the French words stand.</param>
/// <param name="Credit">Who made it and under which licence.</param>
public sealed record PictureWords(string Alt, string? EnglishAlt, string Credit);
