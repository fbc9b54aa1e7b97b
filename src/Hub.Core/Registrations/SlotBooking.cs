using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Registrations;

/// <summary>
/// A registered person asks for a turn on stage. They have one if they are among the first that the session has turns for, and
/// keep it as long as the seat at the day they asked with; the others wait, in the order they came.
/// </summary>
public sealed class SlotBooking
{
    public const int TitleLength = EditionFacts.LineLength;

    private SlotBooking() { }

    /// <param name="round">The <see cref="Registration.Round"/> of the seat.</param>
    /// <param name="number">The next of the session.</param>
    public SlotBooking(Guid sessionId, Guid registrationId, int round, int number, string title) =>
        (SessionId, RegistrationId, Round, Number, Title) = (sessionId, registrationId, round, number, title);

    /// <summary>Of the turn too.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid SessionId { get; private init; }

    public Guid RegistrationId { get; private init; }

    public int Round { get; private init; }

    /// <summary>Lower came first.</summary>
    public int Number { get; private init; }

    /// <summary>What they speak about.</summary>
    public string Title { get; private init; } = "";

    public bool HasTurn { get; private set; }

    public void Give() => HasTurn = true;
}

internal sealed class SlotBookingConfiguration : IEntityTypeConfiguration<SlotBooking>
{
    public void Configure(EntityTypeBuilder<SlotBooking> booking)
    {
        booking.ToTable("SlotBookings");
        booking.Property(b => b.Id).ValueGeneratedNever();
        booking.Property(b => b.Title).HasMaxLength(SlotBooking.TitleLength);
        booking.HasOne<Registration>().WithMany().HasForeignKey(b => b.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        booking.HasOne<RunningOrder>().WithMany().HasForeignKey(b => b.SessionId).OnDelete(DeleteBehavior.Cascade);
        booking.HasIndex(b => new { b.SessionId, b.RegistrationId }).IsUnique();
        booking.HasIndex(b => b.RegistrationId);
    }
}

public static class SlotBookingSets
{
    extension(HubDbContext db)
    {
        public DbSet<SlotBooking> SlotBookings => db.Set<SlotBooking>();
    }
}
