using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Events;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.ToTable("Rooms");
        room.HasOne<Edition>().WithMany().HasForeignKey(r => r.EditionId).OnDelete(DeleteBehavior.Restrict);
        room.Property(r => r.Name).HasMaxLength(EditionFacts.LineLength);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("Sessions");
        session.HasOne<Edition>().WithMany().HasForeignKey(s => s.EditionId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<Room>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
        session.Property(s => s.Code).HasMaxLength(16);
        session.Property(s => s.Title).HasMaxLength(EditionFacts.LineLength);
        session.Property(s => s.Speakers).HasMaxLength(EditionFacts.TextLength);
        session.Property(s => s.Abstract).HasMaxLength(EditionFacts.TextLength);
        session.Property(s => s.EnglishTitle).HasMaxLength(EditionFacts.LineLength);
        session.Property(s => s.EnglishAbstract).HasMaxLength(EditionFacts.TextLength);
        session.Property(s => s.SearchText).HasMaxLength(EditionFacts.TextLength);
        session.Property(s => s.LocalStart).HasConversion<WallTimeConverter>().HasMaxLength(WallTimeConverter.Length);
        session.Property(s => s.Moderators).HasMaxLength(EditionFacts.TextLength);
        session.Property(s => s.Language).HasMaxLength(2);
        session.Property(s => s.ThemeCode).HasMaxLength(Theme.CodeLength);
        session.Property(s => s.Materials).HasMaxLength(EditionFacts.TextLength);
        session.HasIndex(s => new { s.EditionId, s.Code }).IsUnique();
        session.HasIndex(s => new { s.EditionId, s.StartsAt });
    }
}
