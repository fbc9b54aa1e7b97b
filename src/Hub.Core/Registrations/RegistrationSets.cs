using Hub.Core.Data;
using Hub.Core.Languages;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

public static class RegistrationSets
{
    extension(HubDbContext db)
    {
        public DbSet<Registration> Registrations => db.Set<Registration>();

        public DbSet<Consent> Consents => db.Set<Consent>();

        /// <summary>Who is to speak at a day and is not told of it as somebody registered.</summary>
        public IQueryable<SpeakerInvitation> SpeakersBeside(Guid editionId)
        {
            var people = db.Set<Registration>().Where(r => r.EditionId == editionId && r.State != RegistrationState.Cancelled);
            return db.SpeakerInvitations.Where(i => i.EditionId == editionId && (i.State == SpeakerState.Invited || i.State == SpeakerState.Accepted) && !people.Any(r => r.NormalizedEmail == i.NormalizedEmail));
        }

        /// <returns>Position in the queue, 1 for the next to be served; null when the registration does not wait.</returns>
        public async Task<int?> RankAsync(Registration registration, CancellationToken ct) =>
            registration.State is RegistrationState.Waiting
                ? await db.Registrations.For(registration.EditionId).Queue.CountAsync(r => r.QueueNumber <= registration.QueueNumber, ct)
                : null;
    }

    extension(IQueryable<Registration> registrations)
    {
        public IQueryable<Registration> For(Guid editionId) => registrations.Where(r => r.EditionId == editionId);

        public IQueryable<Registration> Active => registrations.Where(r => r.State != RegistrationState.Cancelled);

        /// <summary>Whose person is still known.</summary>
        public IQueryable<Registration> Known => registrations.Where(r => r.ErasedAt == null);

        /// <summary>Who holds a seat, taken or kept for them.</summary>
        public IQueryable<Registration> Seated =>
            registrations.Where(r => r.State != RegistrationState.Waiting && r.State != RegistrationState.Cancelled);

        /// <summary>The next to be served first.</summary>
        public IQueryable<Registration> Queue =>
            registrations.Where(r => r.State == RegistrationState.Waiting).OrderBy(r => r.QueueNumber);

        /// <summary>Every word of <paramref name="text"/> occurs in the name, organisation, address or ticket code.</summary>
        public IQueryable<Registration> Matching(string? text) =>
            Folding.Words(text).Aggregate(registrations, (found, word) => found.Where(r => r.SearchText.Contains(word)));
    }
}
