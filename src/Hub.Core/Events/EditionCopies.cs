using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Events;

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
                var rooms = await db.Rooms.AsNoTracking().Where(r => r.EditionId == id).ToDictionaryAsync(r => r.Id, r => new Room(copy.Id, r.Name, r.Seats, r.Position), ct);
                db.AddRange(rooms.Values);
                var shift = times.LocalStart - model.LocalStart;
                foreach (var session in await db.Sessions.AsNoTracking().Where(s => s.EditionId == id).ToListAsync(ct))
                {
                    Session anew = new(copy.Id);
                    SessionFacts facts = new(
                        session.Kind, session.Title, session.RoomId is { } room ? rooms[room].Id : null, session.LocalStart + shift, session.Minutes, session.Speakers, session.Abstract);
                    anew.Revise(facts with { EnglishTitle = session.EnglishTitle, EnglishAbstract = session.EnglishAbstract }, copy, now);
                    db.Add(anew);
                }

                db.Log("Duplicate", copy.Id, by, now, model.Slug);
                return copy;
            },
            ct);
}
