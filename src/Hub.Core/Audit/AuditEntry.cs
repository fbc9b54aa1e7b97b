using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Audit;

/// <summary>Who did what to which thing. Rows are added and never changed.</summary>
public sealed class AuditEntry
{
    /// <summary>Of an IPv6 address with its zone.</summary>
    public const int OriginLength = 64;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that acted; null for the person who holds a link, and for the hub itself.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>The command, as the domain names it: <c>Announce</c>, <c>Cancel</c>.</summary>
    public required string Command { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>What a reader needs to understand the command: a reason, the value before.</summary>
    public required string? Details { get; init; }

    /// <summary>Network address the act came from; null when the hub or its operator acted.</summary>
    public string? Origin { get; set; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("Audit");
        entry.Property(e => e.Command).HasMaxLength(64);
        entry.Property(e => e.Details).HasMaxLength(2000);
        entry.Property(e => e.Origin).HasMaxLength(AuditEntry.OriginLength);
        entry.HasIndex(e => new { e.SubjectId, e.At });
        entry.HasIndex(e => e.At);
    }
}
