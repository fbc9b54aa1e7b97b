using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.CheckIns;

internal sealed class StewardLinkConfiguration : IEntityTypeConfiguration<StewardLink>
{
    public void Configure(EntityTypeBuilder<StewardLink> link)
    {
        link.ToTable("StewardLinks");
        link.HasOne<Edition>().WithMany().HasForeignKey(l => l.EditionId).OnDelete(DeleteBehavior.Restrict);
        link.Property(l => l.Label).HasMaxLength(StewardLink.LabelLength);
        link.Property(l => l.TokenHash).HasMaxLength(Tokens.HashLength);
        link.HasIndex(l => l.TokenHash).IsUnique();
    }
}
