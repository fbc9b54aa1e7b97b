using Hub.Core.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Pitches;

internal sealed class StageOfferConfiguration : IEntityTypeConfiguration<StageOffer>
{
    public void Configure(EntityTypeBuilder<StageOffer> offer)
    {
        offer.ToTable("StageOffers");
        offer.HasKey(o => o.ApplicationId);
        offer.HasOne<Application>().WithOne().HasForeignKey<StageOffer>(o => o.ApplicationId).OnDelete(DeleteBehavior.Cascade);
        offer.Property(o => o.Presenters).HasMaxLength(StageOffer.PresentersLength);
        offer.Property(o => o.Summary).HasMaxLength(StageOffer.SummaryLength);
        offer.Property(o => o.Needs).HasMaxLength(StageOffer.NeedsLength);
        offer.Property(o => o.Version).IsConcurrencyToken();
        offer.Ignore(o => o.Holds);
        offer.HasIndex(o => new { o.CallId, o.State });
        offer.HasIndex(o => new { o.State, o.ConfirmBy });
    }
}
