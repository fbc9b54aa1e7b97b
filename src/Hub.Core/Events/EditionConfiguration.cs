using Hub.Core.Data;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Events;

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> edition)
    {
        edition.ToTable("Editions");
        edition.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        edition.Property(e => e.Slug).HasMaxLength(Slugs.Length);
        edition.HasIndex(e => e.Slug).IsUnique();
        edition.Property(e => e.Title).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.Tagline).HasMaxLength(EditionFacts.LineLength);
        edition.HasOne(e => e.Theme).WithMany().HasForeignKey(e => e.ThemeCode).OnDelete(DeleteBehavior.Restrict);
        edition.Property(e => e.EnglishTitle).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.EnglishTagline).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.EnglishDescription).HasMaxLength(EditionFacts.DescriptionLength);
        edition.Property(e => e.SenderName).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.ReplyTo).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.RegionCode).HasMaxLength(3);
        edition.Property(e => e.Host).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.VenueName).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.VenueAddress).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.Access).HasMaxLength(EditionFacts.TextLength);
        edition.Property(e => e.RemoteLink).HasMaxLength(EditionFacts.TextLength);
        edition.Property(e => e.Description).HasMaxLength(EditionFacts.DescriptionLength);
        edition.Property(e => e.Contact).HasMaxLength(EditionFacts.LineLength);
        edition.Property(e => e.SearchText).HasMaxLength(EditionFacts.TextLength);
        edition.Property(e => e.TimeZone).HasMaxLength(64);
        edition.Property(e => e.LocalStart).HasConversion<WallTimeConverter>().HasMaxLength(WallTimeConverter.Length);
        edition.Property(e => e.LocalEnd).HasConversion<WallTimeConverter>().HasMaxLength(WallTimeConverter.Length);
        edition.Property(e => e.Reason).HasMaxLength(EditionFacts.TextLength);
        edition.Property(e => e.PreviewToken).HasMaxLength(Tokens.Length);
        edition.Property(e => e.Version).IsConcurrencyToken();
        edition.Ignore(e => e.QueueEndsAt).Ignore(e => e.Facts).Ignore(e => e.Settings).Ignore(e => e.Times).Ignore(e => e.Place);

        // The agenda reads what is public by date; a desk reads its own.
        edition.HasIndex(e => new { e.State, e.StartsAt });
        edition.HasIndex(e => new { e.OrganisationId, e.StartsAt });
    }
}
