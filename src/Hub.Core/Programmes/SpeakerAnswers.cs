using System.Security.Cryptography;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Files;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>What people do about their own invitation, by its link. False: too late, or nothing to do.</summary>
public sealed class SpeakerAnswers(HubDbContext db, TimeProvider clock)
{
    public Task<bool> AcceptAsync(Guid id, CancellationToken ct = default) => ChangeAsync("AcceptInvitation", id, (i, now) => i.Accept(now), ct);

    public Task<bool> DeclineAsync(Guid id, string? reason, CancellationToken ct = default) => ChangeAsync("DeclineInvitation", id, (i, now) => i.Decline(reason, now), ct);

    public Task<bool> WithdrawAsync(Guid id, string? reason, CancellationToken ct = default) => ChangeAsync("WithdrawSpeaker", id, (i, now) => i.Withdraw(reason, now), ct);

    /// <param name="time">In their words; null: the planned one after all.</param>
    public Task<bool> ProposeAsync(Guid id, string? time, CancellationToken ct = default) => ChangeAsync("ProposeTime", id, (i, now) => i.Propose(time, now), ct);

    public Task<bool> DescribeAsync(Guid id, SpeakerDetails details, CancellationToken ct = default) => ChangeAsync("DescribeSpeaker", id, (i, _) => i.Describe(details), ct);

    /// <summary>They allow to publish it.</summary>
    /// <param name="file">What <see cref="PictureFile"/> accepts.</param>
    public Task<bool> SetPhotoAsync(Guid id, byte[] file, CancellationToken ct = default)
    {
        var picture = PictureFile.Read(file) ?? throw new ArgumentException("This is no picture.", nameof(file));

        // Salted with the invitation: who has the file cannot ask whether somebody shows it.
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. id.ToByteArray(), .. file]));
        return db.WriteAsync(
            async ct =>
            {
                if (!await db.SpeakerInvitations.AnyAsync(i => i.Id == id && (i.State == SpeakerState.Invited || i.State == SpeakerState.Accepted), ct))
                {
                    return false;
                }

                await db.SpeakerPhotos.Where(p => p.InvitationId == id).ExecuteDeleteAsync(ct);
                db.Add(new SpeakerPhoto
                {
                    InvitationId = id,
                    MediaType = picture.MediaType,
                    Content = file,
                    Hash = hash,
                    Width = picture.Width,
                    Height = picture.Height,
                    ConsentedAt = Now,
                });
                db.Log("SetPhoto", id, null, Now);
                return true;
            },
            ct);
    }

    public Task<bool> RemovePhotoAsync(Guid id, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var isGone = await db.SpeakerPhotos.Where(p => p.InvitationId == id).ExecuteDeleteAsync(ct) > 0;
                if (isGone)
                {
                    db.Log("RemovePhoto", id, null, Now);
                }

                return isGone;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<bool> ChangeAsync(string command, Guid id, Func<SpeakerInvitation, DateTime, bool> change, CancellationToken ct) =>
        db.WriteAsync(
            async ct =>
            {
                var invitation = await db.SpeakerInvitations.SingleAsync(i => i.Id == id, ct);
                if (!change(invitation, Now))
                {
                    return false;
                }

                if (!invitation.IsActive)
                {
                    await db.DropGiftsAsync(id, ct);
                }

                db.Log(command, id, null, Now);
                return true;
            },
            ct);
}
