using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Registrations;

/// <summary>A place at a session that people sign up for. It holds as long as the seat at the day it was taken with.</summary>
/// <param name="round">The <see cref="Registration.Round"/> of that seat.</param>
/// <param name="takenAt">UTC.</param>
public sealed class SessionPlace(Guid registrationId, Guid sessionId, int round, DateTime takenAt)
{
    public Guid RegistrationId { get; private init; } = registrationId;
    public Guid SessionId { get; private init; } = sessionId;
    public int Round { get; private init; } = round;
    public DateTime TakenAt { get; private init; } = takenAt;
}

internal sealed class SessionPlaceConfiguration : IEntityTypeConfiguration<SessionPlace>
{
    public void Configure(EntityTypeBuilder<SessionPlace> place)
    {
        place.ToTable("SessionPlaces");
        place.HasKey(p => new { p.RegistrationId, p.SessionId });
        place.HasOne<Registration>().WithMany().HasForeignKey(p => p.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        place.HasOne<Session>().WithMany().HasForeignKey(p => p.SessionId).OnDelete(DeleteBehavior.Cascade);
        place.HasIndex(p => p.SessionId);
    }
}

public static class SessionPlaceSets
{
    extension(HubDbContext db)
    {
        /// <summary>Places that count: of people who have their seat still.</summary>
        public IQueryable<SessionPlace> SessionPlaces => db.Set<SessionPlace>()
            .Where(p => db.Set<Registration>().Any(r => r.Id == p.RegistrationId && r.Round == p.Round && r.State == RegistrationState.Confirmed));
    }
}
