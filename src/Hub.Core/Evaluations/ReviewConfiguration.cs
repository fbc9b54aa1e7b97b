using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Evaluations;

internal sealed class ReviewerConfiguration : IEntityTypeConfiguration<Reviewer>
{
    public void Configure(EntityTypeBuilder<Reviewer> reviewer)
    {
        reviewer.ToTable("Reviewers");
        reviewer.HasOne<Contest>().WithMany().HasForeignKey(r => r.ContestId).OnDelete(DeleteBehavior.Restrict);
        reviewer.Property(r => r.Name).HasMaxLength(Reviewer.NameLength);
        reviewer.Property(r => r.Organisation).HasMaxLength(Application.OrganisationLength);
        reviewer.Property(r => r.OrganisationKey).HasMaxLength(Application.OrganisationLength);
        reviewer.Property(r => r.Email).HasMaxLength(MailAddresses.Length);
        reviewer.Property(r => r.NormalizedEmail).HasMaxLength(MailAddresses.Length);
        reviewer.Property(r => r.Language).HasMaxLength(2);
        reviewer.Property(r => r.TokenHash).HasMaxLength(Tokens.HashLength);
        reviewer.Property(r => r.ProtectedToken).HasMaxLength(1000);
        reviewer.Property(r => r.Version).IsConcurrencyToken();
        reviewer.HasIndex(r => new { r.ContestId, r.NormalizedEmail }).IsUnique();
        reviewer.HasIndex(r => r.TokenHash).IsUnique();
        reviewer.HasIndex(r => r.NormalizedEmail);
    }
}

internal sealed class RecusalConfiguration : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> recusal)
    {
        recusal.ToTable("Recusals");
        recusal.HasKey(r => new { r.ReviewerId, r.ApplicationId });
        recusal.HasOne<Reviewer>().WithMany().HasForeignKey(r => r.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        recusal.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        recusal.Property(r => r.Reason).HasMaxLength(Recusal.ReasonLength);
    }
}

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.ToTable("Reviews");
        review.HasOne<Reviewer>().WithMany().HasForeignKey(r => r.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        review.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        review.Property(r => r.Marks).HasJson();
        review.Property(r => r.Note).HasMaxLength(Review.CommentLength);
        review.Property(r => r.Revision).IsConcurrencyToken();

        // Nobody judges anything twice.
        review.HasIndex(r => new { r.ReviewerId, r.ApplicationId }).IsUnique();
    }
}
