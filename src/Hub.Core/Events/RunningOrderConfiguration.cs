using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Events;

internal sealed class RunningOrderConfiguration : IEntityTypeConfiguration<RunningOrder>
{
    public void Configure(EntityTypeBuilder<RunningOrder> order)
    {
        order.ToTable("RunningOrders");
        order.HasKey(o => o.SessionId);
        order.Property(o => o.SessionId).ValueGeneratedNever();
        order.HasOne<Edition>().WithMany().HasForeignKey(o => o.EditionId).OnDelete(DeleteBehavior.Cascade);
        order.Property(o => o.Slots).HasJson();
        order.Property(o => o.Revision).IsConcurrencyToken();
    }
}
