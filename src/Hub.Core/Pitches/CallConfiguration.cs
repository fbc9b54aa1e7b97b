using Hub.Core.Evaluations;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Pitches;

internal sealed class CallConfiguration : IEntityTypeConfiguration<CallForPitches>
{
    public void Configure(EntityTypeBuilder<CallForPitches> call)
    {
        call.ToTable("CallsForPitches");
        call.Property(c => c.Id).ValueGeneratedNever();
        call.HasOne<Edition>().WithMany().HasForeignKey(c => c.EditionId).OnDelete(DeleteBehavior.Cascade);
        call.HasOne<Contest>().WithOne().HasForeignKey<CallForPitches>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
        call.Property(c => c.Slug).HasMaxLength(Slugs.Length);
        call.Property(c => c.Title).HasMaxLength(CallFacts.TitleLength);
        call.Property(c => c.EnglishTitle).HasMaxLength(CallFacts.TitleLength);
        call.Property(c => c.Introduction).HasMaxLength(CallFacts.TextLength);
        call.Property(c => c.EnglishIntroduction).HasMaxLength(CallFacts.TextLength);
        call.Property(c => c.Eligibility).HasMaxLength(CallFacts.EligibilityLength);
        call.Property(c => c.EnglishEligibility).HasMaxLength(CallFacts.EligibilityLength);
        call.Property(c => c.TimeZone).HasMaxLength(64);
        call.Property(c => c.Version).IsConcurrencyToken();
        call.Ignore(c => c.IsPublic);
        call.HasIndex(c => new { c.EditionId, c.Slug }).IsUnique();
    }
}
