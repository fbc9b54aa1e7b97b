using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>What organisers do about who comes on stage when. It counts at once, beside the draft of the programme: a stage waits for no version.</summary>
public sealed class RunningOrderOffice(HubDbContext db, IEnumerable<ITurnHolders> holders, TimeProvider clock)
{
    /// <param name="command">For the log.</param>
    /// <param name="change">Given the present, UTC; false when it could not be done.</param>
    /// <returns>False when nothing was done, or there is no such session.</returns>
    public Task<bool> ChangeAsync(
        Guid editionId, Guid sessionId, string command, Func<RunningOrder, DateTime, bool> change, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = Now;
                if (await FindAsync(editionId, sessionId, ct) is not { } order || !change(order, now))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                order.Touch(now);
                db.Log(command, editionId, by, now, (await db.DraftOfAsync(editionId, ct)).Plan.Find(sessionId)?.Facts.Title);
                return true;
            },
            ct);

    /// <summary>Shows the order to everybody, and writes to those whose time is not the one they were told.</summary>
    /// <returns>How many people are written to; null when the session is not published, or nobody is in the order.</returns>
    public Task<int?> AnnounceAsync(Guid editionId, Guid sessionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync<int?>(
            async ct =>
            {
                var now = Now;
                var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == editionId, ct);
                if (!edition.IsPublic
                    || await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sessionId && s.EditionId == editionId, ct) is not { } session
                    || await FindAsync(editionId, sessionId, ct) is not { Slots.Count: > 0 } order)
                {
                    db.ChangeTracker.Clear();
                    return null;
                }

                var told = edition.State is EditionState.Announced && edition.EndsAt > now ? await PeopleAsync(order, session.StartsAt, ct) : [];
                order.Announce(session.StartsAt, now);
                order.Touch(now);
                foreach (var person in told)
                {
                    await db.PromiseOnceAsync(person.MailKind, person.SubjectId, now.Ticks, now, ct);
                }

                db.Log("AnnounceRunningOrder", editionId, by, now, session.Title);
                return told.Count;
            },
            ct);

    /// <summary>Who would be written to now.</summary>
    /// <param name="startsAt">Of the session, UTC.</param>
    public async Task<IReadOnlyList<TurnHolder>> PeopleAsync(RunningOrder order, DateTime startsAt, CancellationToken ct)
    {
        var turns = order.ToTell(startsAt).ToDictionary(t => t.Id);
        var names = turns.Values.SelectMany(t => t.PresenterNames).Select(p => p.Name).Distinct(StringComparer.Ordinal).ToList();
        var speakers = await db.SpeakerInvitations.AsNoTracking()
            .Where(i => i.EditionId == order.EditionId && (i.State == SpeakerState.Invited || i.State == SpeakerState.Accepted) && names.Contains(i.Name)).ToListAsync(ct);
        List<TurnHolder> people = [.. turns.Values.SelectMany(t => speakers.Where(s => t.Names(s.Name)).Select(s => new TurnHolder(t.Id, SpeakerMailKinds.Slots, s.Id, s.NormalizedEmail)))];
        foreach (var way in holders)
        {
            people.AddRange(await way.OfAsync([.. turns.Keys], ct));
        }

        // Whoever came to a turn in two ways is told of it in one mail.
        return [.. people.DistinctBy(p => (p.TurnId, p.NormalizedEmail)).DistinctBy(p => (p.MailKind, p.SubjectId))];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A session of the draft has an order as soon as somebody writes one.</summary>
    private async Task<RunningOrder?> FindAsync(Guid editionId, Guid sessionId, CancellationToken ct) =>
        await db.RunningOrders.SingleOrDefaultAsync(o => o.SessionId == sessionId, ct) is { } order
            ? order.EditionId == editionId ? order : null
            : (await db.DraftOfAsync(editionId, ct)).Plan.Find(sessionId) is null ? null : db.Add(new RunningOrder(editionId, sessionId)).Entity;
}
