using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Accounts;

/// <summary>
/// Somebody signed in on one device. The browser's cookie holds the key to it and nothing else: without this row the
/// cookie opens nothing.
/// </summary>
public sealed class AccountSession
{
    public const int DeviceLength = 100;

    /// <summary>Without a request for so long, it is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>After so long it is over, however busy: the longest day of an organiser.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the key, in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    /// <summary>The account's stamp when it began; another password gives the account another stamp, and ends it.</summary>
    public required string Stamp { get; set; }

    /// <summary>Who the framework is to believe it is.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>Browser and system, in words everybody knows: « Firefox, Windows ».</summary>
    public required string Device { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>Of the last request, UTC, to a few minutes.</summary>
    public required DateTime SeenAt { get; set; }
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> session)
    {
        session.ToTable("AccountSessions");
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.Property(s => s.Stamp).HasMaxLength(100);
        session.Property(s => s.Device).HasMaxLength(AccountSession.DeviceLength);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => s.SeenAt);
    }
}
