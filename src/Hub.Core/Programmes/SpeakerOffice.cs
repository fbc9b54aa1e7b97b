using Hub.Core.Audit;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>What organisers do about the people of their programme.</summary>
public sealed class SpeakerOffice(HubDbContext db, SpeakerLinks links, TimeProvider clock)
{
    /// <summary>Asks somebody the draft names, by one mail.</summary>
    /// <param name="email">One that <see cref="MailAddresses"/> accepts.</param>
    /// <returns><see cref="SpeakerOutcome.Same"/> when they are asked, or have answered, already.</returns>
    public Task<SpeakerOutcome> InviteAsync(Guid editionId, string name, string email, Guid? by, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                var now = Now;
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
                if (!(await db.DraftWithPresentersAsync(editionId, ct)).SessionsWith(name).Any() || IsOver(edition, now))
                {
                    return SpeakerOutcome.Missing;
                }

                var invitation = await db.SpeakerInvitations.SingleOrDefaultAsync(i => i.EditionId == editionId && i.Name == name, ct);
                var isNew = invitation is null;
                invitation ??= new(editionId, name);
                if (!invitation.Invite(email, link, now))
                {
                    return SpeakerOutcome.Same;
                }

                if (isNew)
                {
                    db.Add(invitation);
                }

                db.Promise(SpeakerMailKinds.Invited, invitation.Id, invitation.Round, now);
                db.Log("InviteSpeaker", invitation.Id, by, now);
                return SpeakerOutcome.Done;
            },
            ct);
    }

    /// <summary>One mail to each who has not answered, or has accepted and said nothing of themselves, some days after they were last asked.</summary>
    /// <returns>How many people are reminded.</returns>
    public Task<int> RemindAsync(Guid editionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = Now;
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
                if (IsOver(edition, now))
                {
                    return 0;
                }

                var named = (await db.DraftWithPresentersAsync(editionId, ct)).People.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
                var people = await db.SpeakerInvitations.Where(i => i.EditionId == editionId).OrderBy(i => i.Id).ToListAsync(ct);
                var reminded = people.FindAll(i => named.Contains(i.Name) && i.Remind(now, edition.TimeZone));
                var today = DateOnly.FromDateTime(WallClock.ToWall(now, edition.TimeZone)).DayNumber;
                foreach (var invitation in reminded)
                {
                    db.Promise(SpeakerMailKinds.Reminder, invitation.Id, today, now);
                    db.Log("RemindSpeaker", invitation.Id, by, now);
                }

                return reminded.Count;
            },
            ct);

    /// <summary>Somebody else comes: the draft names them in each session, and what is published waits for the next version; running orders name them at once.</summary>
    /// <param name="name">Who was to come, invited or not.</param>
    /// <param name="newName">Without a comma.</param>
    public Task<SpeakerOutcome> ReplaceAsync(Guid editionId, string name, string newName, string? newFunction, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var draft = await db.DraftToWriteAsync(editionId, ct);
                var line = newFunction is null ? newName : $"{newName}, {newFunction}";
                var orders = (await db.RunningOrders.Where(o => o.EditionId == editionId).ToListAsync(ct)).FindAll(o => o.Replace(name, line));
                if (name == newName || !(draft.Plan.SessionsWith(name).Any() || orders.Count > 0))
                {
                    db.ChangeTracker.Clear();
                    return SpeakerOutcome.Missing;
                }

                orders.ForEach(o => o.Touch(Now));
                var revision = draft.Revision + 1;
                var mine = draft.Plan.SessionsWith(name).Select(s => s.Id).ToHashSet();
                draft.Put(draft.Plan with
                {
                    Sessions = [.. draft.Plan.Sessions.Select(s => mine.Contains(s.Id) ? s with { Facts = s.Facts.Replacing(name, line), Revision = revision } : s)],
                });
                if (await db.SpeakerInvitations.SingleOrDefaultAsync(i => i.EditionId == editionId && i.Name == name, ct) is { } invitation && invitation.Replace(Now))
                {
                    await db.DropGiftsAsync(invitation.Id, ct);
                }

                db.Log("ReplaceSpeaker", editionId, by, Now);
                return SpeakerOutcome.Done;
            },
            ct);

    /// <summary>The person sees the answer on their page; whoever agrees moves the session on the board.</summary>
    public Task<SpeakerOutcome> AnswerTimeAsync(Guid editionId, string name, bool isAgreed, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.SpeakerInvitations.SingleOrDefaultAsync(i => i.EditionId == editionId && i.Name == name, ct) is not { } invitation)
                {
                    return SpeakerOutcome.Missing;
                }

                if (!invitation.AnswerTime(isAgreed))
                {
                    return SpeakerOutcome.Same;
                }

                db.Log(isAgreed ? "AgreeTime" : "RefuseTime", invitation.Id, by, Now);
                return SpeakerOutcome.Done;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static bool IsOver(Edition edition, DateTime now) => edition.PhaseAt(now) is EditionPhase.Cancelled or EditionPhase.Completed;
}

/// <remarks><see cref="Missing"/>: nobody of this name is in the draft, or the day is over. <see cref="Same"/>: nothing was left to do.</remarks>
public enum SpeakerOutcome { Done, Missing, Same }
