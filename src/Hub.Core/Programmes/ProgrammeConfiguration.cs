using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hub.Core.Programmes;

internal sealed class ProgrammeDraftConfiguration : IEntityTypeConfiguration<ProgrammeDraft>
{
    public void Configure(EntityTypeBuilder<ProgrammeDraft> draft)
    {
        draft.ToTable("ProgrammeDrafts");
        draft.HasKey(d => d.EditionId);
        draft.HasOne<Edition>().WithOne().HasForeignKey<ProgrammeDraft>(d => d.EditionId).OnDelete(DeleteBehavior.Cascade);
        draft.Property(d => d.Plan).HasConversion<PlanConverter>();
        draft.Property(d => d.Moves).HasJson();
        draft.Property(d => d.Revision).IsConcurrencyToken();
        draft.Ignore(d => d.ToUndo).Ignore(d => d.ToRedo);
    }
}

internal sealed class ProgrammeVersionConfiguration : IEntityTypeConfiguration<ProgrammeVersion>
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> version)
    {
        version.ToTable("ProgrammeVersions");
        version.HasOne<Edition>().WithMany().HasForeignKey(v => v.EditionId).OnDelete(DeleteBehavior.Cascade);
        version.Property(v => v.Plan).HasConversion<PlanConverter>();
        version.Property(v => v.LocalStart).HasConversion<WallTimeConverter>().HasMaxLength(WallTimeConverter.Length);
        version.HasIndex(v => new { v.EditionId, v.Number }).IsUnique();
    }
}

/// <summary>A plan is replaced as a whole, and stored as it is exchanged.</summary>
internal sealed class PlanConverter() : ValueConverter<ProgrammePlan, string>(plan => RecentPlans.Write(plan), stored => RecentPlans.Read(stored));
