using System.Globalization;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>Makes the draft of a programme what the public sees.</summary>
public sealed class ProgrammePublisher(HubDbContext db, TimeProvider clock)
{
    /// <param name="revision">Of the draft that the organiser read; null: whatever it is.</param>
    /// <returns>The number of the version, the last one when nothing differs from it; null when a colleague has changed the draft since.</returns>
    public Task<int?> PublishAsync(Guid editionId, int? revision, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync<int?>(
            async ct =>
            {
                // Who publishes at the same instant waits here, and then finds nothing left to publish.
                await db.HoldEditionAsync(editionId, ct);
                var now = clock.GetUtcNow().UtcDateTime;
                var edition = await db.Editions.SingleAsync(e => e.Id == editionId, ct);
                var draft = await db.DraftToWriteAsync(editionId, ct);
                if (revision is not null && revision != draft.Revision)
                {
                    db.ChangeTracker.Clear();
                    return null;
                }

                var number = 1 + (await db.ProgrammeVersions.Where(v => v.EditionId == editionId).MaxAsync(v => (int?)v.Number, ct) ?? 0);
                var difference = ProgrammeDifference.Between(await db.PublishedPlanAsync(editionId, ct), draft.Plan);
                if (number > 1 && difference.IsNone)
                {
                    return number - 1; // sent twice
                }

                var audience = await AudienceAsync(edition, difference, now, ct);
                foreach (var (registration, changes) in audience.Registrations)
                {
                    db.Promise(RegistrationMailKinds.ProgrammeChanged, registration, number, now, ProgrammeChangedDetails.Of(changes));
                }

                foreach (var (invitation, changes) in audience.Speakers)
                {
                    db.Promise(SpeakerMailKinds.ProgrammeChanged, invitation, number, now, ProgrammeChangedDetails.Of(changes));
                }

                await ReplaceRoomsAsync(edition, draft.Plan, ct);
                await ReplaceSessionsAsync(edition, draft.Plan, now, ct);
                db.Add(new ProgrammeVersion(editionId, number, draft.Plan, edition.LocalStart, now, by));
                db.Log("PublishProgramme", editionId, by, now, number.ToString(CultureInfo.InvariantCulture));
                return number;
            },
            ct);

    /// <summary>Who must hear of it, as long as the day lies ahead.</summary>
    public async Task<ProgrammeAudience> AudienceAsync(Edition edition, ProgrammeDifference difference, DateTime now, CancellationToken ct)
    {
        var changes = difference.Changes.Where(c => c.Kind is not ProgrammeChangeKind.Reworded).ToDictionary(c => c.Session.Id);
        if (changes.Count == 0 || edition.State is not EditionState.Announced || edition.EndsAt <= now)
        {
            return ProgrammeAudience.Nobody;
        }

        var sessions = db.Sessions.Where(s => s.EditionId == edition.Id).Select(s => s.Id);
        var places = await db.SessionPlaces.AsNoTracking().Where(p => sessions.Contains(p.SessionId)).ToListAsync(ct);
        var speakers = await db.SpeakerInvitations.AsNoTracking().Where(i => i.EditionId == edition.Id && (i.State == SpeakerState.Invited || i.State == SpeakerState.Accepted)).ToListAsync(ct);
        return new(
            places.Where(p => changes.ContainsKey(p.SessionId)).GroupBy(p => p.RegistrationId).ToDictionary(p => p.Key, p => (IReadOnlyList<ProgrammeChange>)[.. p.Select(x => changes[x.SessionId])]),
            speakers.Select(i => (i.Id, Changes: changes.Values.Where(c => c.Names(i.Name)).ToList())).Where(i => i.Changes.Count > 0).ToDictionary(i => i.Id, i => (IReadOnlyList<ProgrammeChange>)i.Changes));
    }

    private async Task ReplaceRoomsAsync(Edition edition, ProgrammePlan plan, CancellationToken ct)
    {
        var rows = await db.Rooms.Where(r => r.EditionId == edition.Id).ToDictionaryAsync(r => r.Id, ct);
        foreach (var room in plan.RoomsOf(edition))
        {
            if (rows.Remove(room.Id, out var row))
            {
                (row.Name, row.Seats, row.Position) = (room.Name, room.Seats, room.Position);
            }
            else
            {
                db.Add(room);
            }
        }

        db.RemoveRange(rows.Values);
    }

    /// <summary>What people may have in their calendars is only marked as removed, so that these can say so.</summary>
    private async Task ReplaceSessionsAsync(Edition edition, ProgrammePlan plan, DateTime now, CancellationToken ct)
    {
        var rows = await db.Set<Session>().Where(s => s.EditionId == edition.Id).ToDictionaryAsync(s => s.Id, ct);
        foreach (var planned in plan.Sessions.Where(s => s.IsPlaced))
        {
            if (!rows.Remove(planned.Id, out var row))
            {
                row = db.Add(new Session(edition.Id, planned.Id, planned.Code)).Entity;
            }
            else if (row.RemovedAt is null && row.Facts == planned.Facts with { Needs = null })
            {
                continue;
            }

            row.Revise(planned.Facts, edition, now);
        }

        foreach (var row in rows.Values.Where(r => r.RemovedAt is null))
        {
            if (edition.IsPublic)
            {
                row.Remove(now);
            }
            else
            {
                db.Remove(row);
            }
        }
    }
}
