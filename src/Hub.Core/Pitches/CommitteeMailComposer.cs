using System.Text.Json;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Pitches;

/// <summary>Writes to those who judge proposals, from what is true when the mail leaves.</summary>
public sealed class CommitteeMailComposer(HubDbContext db, Committee committee, PersonalLinks links, IOptions<HubOptions> hub, TimeProvider clock) : IMailComposer
{
    public bool Composes(string kind) => kind is CommitteeMailKinds.Invited or CommitteeMailKinds.Reading or CommitteeMailKinds.Reminder or CommitteeMailKinds.CallCancelled;

    public async Task<MailDraft?> ComposeAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await db.Reviewers.AsNoTracking().SingleOrDefaultAsync(r => r.Id == message.SubjectId && r.LeftAt == null, ct) is not { } reviewer)
        {
            return null;
        }

        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == reviewer.ContestId, ct);
        var call = await db.CallsForPitches.AsNoTracking().SingleAsync(c => c.Id == contest.Id, ct);
        var (edition, facts) = await db.DayInMailAsync(call.EditionId, hub.Value.PublicOrigin, ct);
        var title = (reviewer.Language is "en" ? call.EnglishTitle : null) ?? call.Title;
        Uri link = new(hub.Value.PublicOrigin, $"{(reviewer.Language is "en" ? "/en" : "")}/comite/{links.TokenOf(reviewer.ProtectedToken)}");
        if (message.Kind is CommitteeMailKinds.CallCancelled)
        {
            return Draft(new CommitteeCallCancelledMail(reviewer.Name, facts, title, JsonSerializer.Deserialize<CallCancelledDetails>(message.Details!)!.Reason));
        }

        if (call.State is CallState.Cancelled)
        {
            return null;
        }

        if (message.Kind is CommitteeMailKinds.Invited)
        {
            DateTime? from = contest.ClosesAt <= clock.GetUtcNow().UtcDateTime ? null : contest.ClosesAt;
            return Draft(new CommitteeInvitedMail(reviewer.Name, facts, title, from, contest.ReviewsDueAt, call.TimeZone, link));
        }

        // Who has finished meanwhile is left in peace.
        var left = (await committee.ProgressAsync(call.Id, ct)).Where(p => p.Reviewer.Id == reviewer.Id).Sum(p => p.All - p.Done);
        return left == 0 ? null : Draft(message.Kind is CommitteeMailKinds.Reading
            ? new CommitteeReadingMail(reviewer.Name, facts, title, left, contest.ReviewsDueAt, call.TimeZone, link)
            : new CommitteeReminderMail(reviewer.Name, facts, title, left, contest.ReviewsDueAt, call.TimeZone, link));

        MailDraft Draft(object model) => new(reviewer.Email, reviewer.Name, reviewer.Language, model, edition.SenderName ?? facts.Organiser, edition.ReplyTo ?? edition.Contact);
    }
}
