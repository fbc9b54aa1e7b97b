using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Privacy;

/// <summary>Takes people out of rows that stay, and out of what others' rows and mails say of them. Inside the caller's transaction.</summary>
public sealed class Anonymiser(HubDbContext db, PitchStage stage, SlotDesk slots)
{
    /// <param name="people">Tracked.</param>
    public async Task EraseAsync(IReadOnlyList<Registration> people, DateTime now, CancellationToken ct)
    {
        await SilenceAsync([.. people.Select(r => r.Id)], ct);
        await ForgetAsColleaguesAsync(people, ct);
        await slots.ForgetAsync(people, ct);
        var ids = people.Select(r => r.Id).ToList();
        await db.Set<AuditEntry>().Where(a => a.AccountId == null && ids.Contains(a.SubjectId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Origin, (string?)null), ct);
        foreach (var person in people)
        {
            person.Erase(now);
        }
    }

    /// <summary>What was agreed with somebody who speaks goes whole, with the photo. Their name in a programme is the organisers' to take out, as is what they gave to take home.</summary>
    public async Task EraseSpeakersAsync(IQueryable<SpeakerInvitation> people, CancellationToken ct)
    {
        var ids = await people.Select(i => i.Id).ToListAsync(ct);
        await db.Outbox.Where(m => ids.Contains(m.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Set<AuditEntry>().Where(a => a.AccountId == null && ids.Contains(a.SubjectId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Origin, (string?)null), ct);
        await db.SpeakerPhotos.Where(p => ids.Contains(p.InvitationId)).ExecuteDeleteAsync(ct);
        await db.SpeakerInvitations.Where(i => ids.Contains(i.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Who wrote a proposal is forgotten; one that nobody else writes goes with them.</summary>
    public async Task EraseAuthorsAsync(string normalized, CancellationToken ct)
    {
        var mine = db.Authors.Where(a => a.NormalizedEmail == normalized);
        var others = db.Authors.Where(a => a.NormalizedEmail != normalized);
        var alone = db.Applications.Where(p => mine.Any(a => a.ApplicationId == p.Id) && !others.Any(a => a.ApplicationId == p.Id));
        foreach (var id in await alone.OrderBy(p => p.ContestId).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(ct))
        {
            await stage.GiveUpAsync(id, ct);
        }

        await db.SaveChangesAsync(ct);
        await EraseApplicationsAsync(alone, ct);
        await EraseAsync(mine, ct);
    }

    /// <summary>Who judged is forgotten; what they said of proposals stays the committee's.</summary>
    public async Task EraseReviewersAsync(string normalized, DateTime now, CancellationToken ct)
    {
        foreach (var reviewer in await db.Reviewers.Where(r => r.NormalizedEmail == normalized).ToListAsync(ct))
        {
            reviewer.Forget(now);
            await db.Recusals.Where(r => r.ReviewerId == reviewer.Id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Reason, (string?)null), ct);
            await db.Outbox.Where(m => m.SubjectId == reviewer.Id).ExecuteDeleteAsync(ct);
        }
    }

    /// <summary>What was proposed goes whole, with what reviewers said of it.</summary>
    public async Task EraseApplicationsAsync(IQueryable<Application> applications, CancellationToken ct)
    {
        var ids = await applications.Select(a => a.Id).ToListAsync(ct);
        await EraseAsync(db.Authors.Where(a => ids.Contains(a.ApplicationId)), ct);
        await db.Reviews.Where(r => ids.Contains(r.ApplicationId)).ExecuteDeleteAsync(ct);
        await db.Recusals.Where(r => ids.Contains(r.ApplicationId)).ExecuteDeleteAsync(ct);
        await db.Decisions.Where(d => ids.Contains(d.ApplicationId)).ExecuteDeleteAsync(ct);
        await db.Attachments.Where(a => ids.Contains(a.ApplicationId)).ExecuteDeleteAsync(ct);
        await db.ApplicationVersions.Where(v => ids.Contains(v.ApplicationId)).ExecuteDeleteAsync(ct);
        await db.Applications.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Whose reviews are gone already.</summary>
    public async Task EraseReviewersAsync(IQueryable<Reviewer> reviewers, CancellationToken ct)
    {
        var ids = await reviewers.Select(r => r.Id).ToListAsync(ct);
        await db.Outbox.Where(m => ids.Contains(m.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Recusals.Where(r => ids.Contains(r.ReviewerId)).ExecuteDeleteAsync(ct);
        await db.Reviewers.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Nothing more is written about them, and why a mail was refused is nobody's business.</summary>
    public async Task SilenceAsync(IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        foreach (var message in await db.Outbox.Where(m => subjects.Contains(m.SubjectId) && m.State != OutboxState.Sent).ToListAsync(ct))
        {
            message.MarkDropped();
        }
    }

    /// <summary>Mails to others that have not left name them no more; what they wrote themselves does not leave at all.</summary>
    public async Task ForgetInMailsAsync(string address, IEnumerable<Registration> people, CancellationToken ct)
    {
        MailDetails search = new(people.Select(r => Registration.Fold(r.Name)).ToHashSet(StringComparer.Ordinal), MailAddresses.Normalize(address));
        foreach (var message in await db.Outbox.Where(m => m.Details != null || m.LastError != null).ToListAsync(ct))
        {
            search.Clean(message);
        }
    }

    private async Task EraseAsync(IQueryable<Author> authors, CancellationToken ct)
    {
        var ids = await authors.Select(a => a.Id).ToListAsync(ct);
        var written = await authors.Select(a => a.ApplicationId).ToListAsync(ct);
        await db.Outbox.Where(m => ids.Contains(m.SubjectId)).ExecuteDeleteAsync(ct);
        await db.Set<AuditEntry>().Where(a => a.AccountId == null && written.Contains(a.SubjectId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Origin, (string?)null), ct);
        await db.Authors.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>
    /// Who handed them a place typed their name, perhaps not as they spell it: the log says whom it was given to. Where the
    /// log has been let go, the name itself does.
    /// </summary>
    private async Task ForgetAsColleaguesAsync(IReadOnlyList<Registration> people, CancellationToken ct)
    {
        var days = people.Select(r => r.EditionId).Distinct().ToList();
        var names = people.Select(r => Registration.Fold(r.Name)).ToHashSet(StringComparer.Ordinal);
        var takers = people.Select(r => $"{r.Id}").ToHashSet(StringComparer.Ordinal);
        var givers = await db.Registrations.Where(r => days.Contains(r.EditionId) && r.HandedOverTo != null).ToListAsync(ct);
        var ids = givers.ConvertAll(g => g.Id);
        var lines = (await db.Audit.Where(a => a.Command == "HandOver" && ids.Contains(a.SubjectId)).ToListAsync(ct))
            .GroupBy(a => a.SubjectId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.At)!.Details);
        foreach (var giver in givers.Where(g => lines.TryGetValue(g.Id, out var taker) ? takers.Contains(taker ?? "") : names.Contains(Registration.Fold(g.HandedOverTo!))))
        {
            giver.ForgetColleague();
        }
    }
}
