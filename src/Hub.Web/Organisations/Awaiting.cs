using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Organisations;

/// <summary>What waits for somebody who organises: things to do, and the next dates that come whatever one does.</summary>
/// <param name="mine">The days the person may touch.</param>
/// <param name="now">UTC.</param>
internal sealed class Awaiting(HubDbContext db, IQueryable<Edition> mine, DateTime now)
{
    /// <summary>Nobody looks further down a list of this kind.</summary>
    private const int Most = 10;

    private const int MostDates = 3;

    public async Task<IReadOnlyList<AwaitingTask>> TasksAsync(CancellationToken ct)
    {
        var (soon, month) = (now.AddDays(60), now.AddDays(30));
        var (sessions, people) = (db.Sessions, db.Registrations);
        var drafts = mine.Where(e => e.State == EditionState.Draft && e.StartsAt > now && e.StartsAt < soon);
        var bare = mine.Where(e => e.State == EditionState.Announced && e.StartsAt > now && e.StartsAt < month && !sessions.Any(s => s.EditionId == e.Id));
        var queued = mine.Where(e => e.State == EditionState.Announced && e.StartsAt > now && people.Any(r => r.EditionId == e.Id && r.State == RegistrationState.Waiting));
        var undated = mine.Where(e => e.State == EditionState.Postponed);
        return
        [
            .. await ReadAsync(TaskKind.Queue, queued, people, ct),
            .. await AnswersAsync(ct),
            .. await ReadAsync(TaskKind.NewDate, undated, people, ct),
            .. await ReadAsync(TaskKind.Draft, drafts, people, ct),
            .. await ReadAsync(TaskKind.Programme, bare, people, ct),
        ];
    }

    /// <summary>Openings, closings and days, the next first.</summary>
    public async Task<IReadOnlyList<AwaitingDate>> DatesAsync(CancellationToken ct)
    {
        var ahead = mine.AsNoTracking().Where(e => e.State == EditionState.Announced);
        var opens = await ahead.Where(e => e.RegistrationOpensAt > now).OrderBy(e => e.RegistrationOpensAt).Take(MostDates).ToListAsync(ct);
        var closes = await ahead.Where(e => e.RegistrationClosesAt > now && !e.ClosedByHand).OrderBy(e => e.RegistrationClosesAt).Take(MostDates).ToListAsync(ct);
        var starts = await ahead.Where(e => e.StartsAt > now).OrderBy(e => e.StartsAt).Take(MostDates).ToListAsync(ct);
        return
        [
            .. opens.Select(e => new AwaitingDate(DateKind.Opens, e, e.RegistrationOpensAt!.Value))
                .Concat(closes.Select(e => new AwaitingDate(DateKind.Closes, e, e.RegistrationClosesAt!.Value)))
                .Concat(starts.Select(e => new AwaitingDate(DateKind.Starts, e, e.StartsAt)))
                .OrderBy(d => d.At).Take(MostDates),
        ];
    }

    /// <summary>People who do not come and are still named, or would rather come at another time.</summary>
    private async Task<IEnumerable<AwaitingTask>> AnswersAsync(CancellationToken ct)
    {
        var answers = db.SpeakerInvitations.AsNoTracking().Where(i => i.State == SpeakerState.Declined || i.State == SpeakerState.Withdrawn || (i.ProposedTime != null && i.IsTimeAgreed == null));
        var days = await mine.Where(e => e.State != EditionState.Cancelled && e.EndsAt > now && answers.Any(i => i.EditionId == e.Id)).OrderBy(e => e.StartsAt).Take(Most)
            .Select(e => new { e.Id, e.Title, e.LocalStart }).ToListAsync(ct);
        List<AwaitingTask> tasks = [];
        foreach (var day in days)
        {
            var people = (await db.DraftWithPresentersAsync(day.Id, ct)).People.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            var names = await answers.Where(i => i.EditionId == day.Id).Select(i => i.Name).ToListAsync(ct);
            tasks.Add(new(TaskKind.Answers, day.Id, day.Title, day.LocalStart, names.Count(people.Contains)));
        }

        return tasks.Where(t => t.Waiting > 0);
    }

    private static async Task<IEnumerable<AwaitingTask>> ReadAsync(TaskKind kind, IQueryable<Edition> days, IQueryable<Registration> people, CancellationToken ct)
    {
        var rows = await days.OrderBy(e => e.StartsAt).Take(Most)
            .Select(e => new { e.Id, e.Title, e.LocalStart, Waiting = people.Count(r => r.EditionId == e.Id && r.State == RegistrationState.Waiting) }).ToListAsync(ct);
        return rows.Select(r => new AwaitingTask(kind, r.Id, r.Title, r.LocalStart, r.Waiting));
    }
}

/// <param name="LocalStart">Of the day, wall time of its zone.</param>
/// <param name="Waiting">People in its queue, or who answered.</param>
public sealed record AwaitingTask(TaskKind Kind, Guid EditionId, string Title, DateTime LocalStart, int Waiting);

/// <param name="At">UTC.</param>
public sealed record AwaitingDate(DateKind Kind, Edition Edition, DateTime At);

public enum TaskKind { Queue, Answers, NewDate, Draft, Programme }

public enum DateKind { Opens, Closes, Starts }
