using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Notifications;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("Outbox");
        message.Ignore(m => m.Version);
        message.Property(m => m.Key).HasMaxLength(120);
        message.Property(m => m.Kind).HasMaxLength(64);
        message.Property(m => m.Details).HasMaxLength(4000);
        message.Property(m => m.LastError).HasMaxLength(OutboxMessage.LongestError);
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => new { m.State, m.DueAt });

        // A mail answers the first one about its subject.
        message.HasIndex(m => m.SubjectId);
    }
}
