using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hub.Core.Events;

internal sealed class RunningOrderConfiguration : IEntityTypeConfiguration<RunningOrder>
{
    private static readonly ValueConverter<IReadOnlyList<Slot>, string> Slots = new(
        slots => JsonSerializer.Serialize(slots, JsonSerializerOptions.Default),
        stored => JsonSerializer.Deserialize<List<Slot>>(stored, JsonSerializerOptions.Default) ?? new List<Slot>());

    /// <summary>The list is replaced, never changed.</summary>
    private static readonly ValueComparer<IReadOnlyList<Slot>> Replaced = new((one, other) => ReferenceEquals(one, other), slots => slots.Count, slots => slots);

    public void Configure(EntityTypeBuilder<RunningOrder> order)
    {
        order.ToTable("RunningOrders");
        order.HasKey(o => o.SessionId);
        order.Property(o => o.SessionId).ValueGeneratedNever();
        order.HasOne<Edition>().WithMany().HasForeignKey(o => o.EditionId).OnDelete(DeleteBehavior.Cascade);
        order.Property(o => o.Slots).HasConversion(Slots, Replaced);
        order.Property(o => o.Revision).IsConcurrencyToken();
    }
}
