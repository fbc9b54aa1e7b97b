using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Registrations;

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.ToTable("Registrations");
        registration.HasOne<Edition>().WithMany().HasForeignKey(r => r.EditionId).OnDelete(DeleteBehavior.Restrict);
        registration.Property(r => r.FirstName).HasMaxLength(Attendee.NameLength);
        registration.Property(r => r.LastName).HasMaxLength(Attendee.NameLength);
        registration.Property(r => r.Email).HasMaxLength(Attendee.EmailLength);
        registration.Property(r => r.NormalizedEmail).HasMaxLength(Attendee.EmailLength);
        registration.Property(r => r.Organisation).HasMaxLength(Attendee.LineLength);
        registration.Property(r => r.JobTitle).HasMaxLength(Attendee.LineLength);
        registration.Property(r => r.TerritoryCode).HasMaxLength(Attendee.TerritoryLength);
        registration.Property(r => r.Needs).HasMaxLength(Attendee.NeedsLength);
        registration.Property(r => r.HandedOverTo).HasMaxLength((2 * Attendee.NameLength) + 1);
        registration.Property(r => r.Language).HasMaxLength(16);
        registration.Property(r => r.SearchText).HasMaxLength(Registration.SearchLength);
        registration.Property(r => r.TokenHash).HasMaxLength(Tokens.HashLength);
        registration.Property(r => r.ProtectedToken).HasMaxLength(1000);
        registration.Property(r => r.FeedHash).HasMaxLength(Tokens.HashLength);
        registration.Property(r => r.TicketCode).HasMaxLength(TicketCode.Length);
        registration.Property(r => r.Version).IsConcurrencyToken();
        registration.Ignore(r => r.Attendee).Ignore(r => r.Name);

        // The database, not a page, promises that nobody registers twice.
        registration.HasIndex(r => new { r.EditionId, r.NormalizedEmail }).IsUnique();
        registration.HasIndex(r => r.TokenHash).IsUnique();
        registration.HasIndex(r => r.TicketCode).IsUnique();

        // Not unique: links made before there were calendars have none.
        registration.HasIndex(r => r.FeedHash);

        // The queue is served in the order of its numbers; people find their links by address.
        registration.HasIndex(r => new { r.EditionId, r.State, r.QueueNumber });
        registration.HasIndex(r => r.NormalizedEmail);
        registration.HasIndex(r => new { r.State, r.OfferedUntil });
    }
}
