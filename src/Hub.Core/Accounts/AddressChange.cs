using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Accounts;

/// <summary>
/// Somebody wants to sign in with another address. It counts once both mailboxes have said yes: the old one, so that
/// nobody takes an account over; the new one, so that nobody loses theirs by a slip. One at a time for an account.
/// </summary>
public sealed class AddressChange
{
    /// <summary>How long the two mailboxes have to answer.</summary>
    public static readonly TimeSpan Lifespan = TimeSpan.FromHours(1);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>As typed.</summary>
    public required string NewEmail { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    public bool OldConfirmed { get; set; }

    public bool NewConfirmed { get; set; }
}

internal sealed class AddressChangeConfiguration : IEntityTypeConfiguration<AddressChange>
{
    public void Configure(EntityTypeBuilder<AddressChange> change)
    {
        change.ToTable("AddressChanges");
        change.Property(c => c.NewEmail).HasMaxLength(254);
        change.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => c.AccountId).IsUnique();
    }
}
