using System.Text.Json;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Notifications;

/// <summary>Where capabilities leave their promises. Nothing leaves the machine before the operation is committed.</summary>
public static class OutboxSets
{
    extension(HubDbContext db)
    {
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();

        /// <param name="version">Tells two promises of one kind about one subject apart; the same promise twice is refused by the database.</param>
        public void Promise(string kind, Guid subjectId, long version, DateTime now, object? details = null) =>
            db.Add(new OutboxMessage
            {
                Key = Key(kind, subjectId, version),
                Kind = kind,
                SubjectId = subjectId,
                Details = details is null ? null : JsonSerializer.Serialize(details, details.GetType()),
                CreatedAt = now,
                DueAt = now,
            });

        /// <summary>As <c>Promise</c>, and does nothing when the promise already stands.</summary>
        public async Task PromiseOnceAsync(string kind, Guid subjectId, long version, DateTime now, CancellationToken ct, object? details = null)
        {
            var key = Key(kind, subjectId, version);
            if (!await db.Outbox.AnyAsync(m => m.Key == key, ct))
            {
                db.Promise(kind, subjectId, version, now, details);
            }
        }

        /// <summary>As above, to many at once.</summary>
        public async Task PromiseOnceAsync(string kind, IReadOnlyList<Guid> subjectIds, long version, DateTime now, CancellationToken ct)
        {
            foreach (var some in subjectIds.Chunk(500))
            {
                var keys = some.Select(id => Key(kind, id, version)).ToList();
                var known = await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.SubjectId).ToListAsync(ct);
                foreach (var id in some.Except(known))
                {
                    db.Promise(kind, id, version, now);
                }
            }
        }
    }

    extension(IQueryable<OutboxMessage> messages)
    {
        /// <summary>Those that leave only when a person asks for it.</summary>
        public IQueryable<OutboxMessage> DeadLetters => messages.Where(m => m.State == OutboxState.Dead || m.State == OutboxState.Refused);

        /// <summary>Dead letters, and those that failed and will be tried again.</summary>
        public IQueryable<OutboxMessage> Troubled => messages.Where(m =>
            m.State == OutboxState.Dead || m.State == OutboxState.Refused || (m.State == OutboxState.Pending && m.LastError != null));
    }

    private static string Key(string kind, Guid subjectId, long version) => $"{kind}/{subjectId:N}/{version}";
}
