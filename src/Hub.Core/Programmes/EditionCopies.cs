using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>Next year's day begins as this year's.</summary>
public sealed class EditionCopies(HubDbContext db, EditionOffice office, TimeProvider clock)
{
    /// <summary>
    /// A draft with the same words, settings, seats, rooms and sessions at the same distance from its start. Neither people
    /// nor the picture nor the window of registration come with it.
    /// </summary>
    /// <param name="times">Of the new day.</param>
    public Task<Edition> DuplicateAsync(Guid id, string title, EditionTimes times, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var model = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == id, ct);
                var copy = await office.NewAsync(model.OrganisationId, model.Facts with { Title = title, EnglishTitle = null }, times, model.Capacity, ct);
                copy.Arrange(model.Settings);
                db.Add(new ProgrammeDraft(copy.Id, Anew((await db.DraftOfAsync(id, ct)).Plan.Shifted(times.LocalStart - model.LocalStart))));
                db.Log("Duplicate", copy.Id, by, now, model.Slug);
                return copy;
            },
            ct);

    /// <summary>The same rooms and sessions under names of their own: people have the old ones in their calendars.</summary>
    private static ProgrammePlan Anew(ProgrammePlan plan)
    {
        var rooms = plan.Rooms.ToDictionary(r => r.Id, r => r with { Id = Guid.CreateVersion7() });
        return new(
            [.. plan.Rooms.Select(r => rooms[r.Id])],
            [.. plan.Sessions.Select(s => PlannedSession.New(s.Facts with { RoomId = s.Facts.RoomId is { } room ? rooms[room].Id : null }))]);
    }
}
