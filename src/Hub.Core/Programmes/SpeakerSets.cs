using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

public static class SpeakerSets
{
    extension(HubDbContext db)
    {
        public DbSet<SpeakerInvitation> SpeakerInvitations => db.Set<SpeakerInvitation>();

        public DbSet<SpeakerPhoto> SpeakerPhotos => db.Set<SpeakerPhoto>();

        /// <returns>Null when no invitation has this link, now.</returns>
        public async Task<SpeakerInvitation?> InvitationOfAsync(string token, CancellationToken ct)
        {
            var hash = Tokens.Hash(token);
            return token.Length == Tokens.Length ? await db.SpeakerInvitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash, ct) : null;
        }

        /// <summary>Who does not come is not shown, and neither is what they meant to show.</summary>
        internal async Task DropGiftsAsync(Guid invitationId, CancellationToken ct)
        {
            await db.SpeakerPhotos.Where(p => p.InvitationId == invitationId).ExecuteDeleteAsync(ct);
            await db.SessionFiles.Where(f => f.SentBy == invitationId).ExecuteDeleteAsync(ct);
        }

        /// <summary>What everybody may read of those who have accepted, by name.</summary>
        public async Task<IReadOnlyDictionary<string, SpeakerProfile>> SpeakerProfilesAsync(Guid editionId, CancellationToken ct)
        {
            var rows = await (from invitation in db.SpeakerInvitations
                              where invitation.EditionId == editionId && invitation.State == SpeakerState.Accepted
                              join found in db.SpeakerPhotos on invitation.Id equals found.InvitationId into photos
                              from photo in photos.DefaultIfEmpty()
                              select new
                              {
                                  invitation.Name,
                                  Profile = new SpeakerProfile(invitation.Function, invitation.Organisation, invitation.Biography, photo == null ? null : photo.Hash),
                              }).ToListAsync(ct);
            return rows.ToDictionary(r => r.Name, r => r.Profile, StringComparer.Ordinal);
        }
    }
}

/// <param name="Function">Null: as the programme has it.</param>
/// <param name="PhotoHash">Its name in addresses; null when there is none.</param>
public sealed record SpeakerProfile(string? Function, string? Organisation, string? Biography, string? PhotoHash);
