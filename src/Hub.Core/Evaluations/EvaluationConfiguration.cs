using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Evaluations;

internal sealed class ContestConfiguration : IEntityTypeConfiguration<Contest>
{
    public void Configure(EntityTypeBuilder<Contest> contest)
    {
        contest.ToTable("Contests");
        contest.Property(c => c.Id).ValueGeneratedNever();
        contest.Property(c => c.Form).HasJson();
        contest.Property(c => c.Grid).HasJson();
        contest.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.ToTable("Applications");
        application.HasOne<Contest>().WithMany().HasForeignKey(a => a.ContestId).OnDelete(DeleteBehavior.Restrict);
        application.Property(a => a.Organisation).HasMaxLength(Application.OrganisationLength);
        application.Property(a => a.OrganisationKey).HasMaxLength(Application.OrganisationLength);
        application.Property(a => a.Answers).HasJson();
        application.Property(a => a.Tags).HasJson();
        application.Property(a => a.Version).IsConcurrencyToken();
        application.Ignore(a => a.HasUnsent);

        application.HasIndex(a => new { a.ContestId, a.Number }).IsUnique();
        application.HasIndex(a => new { a.ContestId, a.OrganisationKey });
    }
}

internal sealed class ApplicationVersionConfiguration : IEntityTypeConfiguration<ApplicationVersion>
{
    public void Configure(EntityTypeBuilder<ApplicationVersion> version)
    {
        version.ToTable("ApplicationVersions");
        version.HasOne<Application>().WithMany().HasForeignKey(v => v.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        version.Property(v => v.Hash).HasMaxLength(ApplicationVersion.HashLength);
        version.Ignore(v => v.Answers);
        version.Ignore(v => v.Organisation);
        version.HasIndex(v => new { v.ApplicationId, v.Number }).IsUnique();
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("Attachments");
        attachment.HasKey(a => new { a.ApplicationId, a.Hash });
        attachment.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        attachment.Property(a => a.Hash).HasMaxLength(ApplicationVersion.HashLength);
        attachment.Property(a => a.MediaType).HasMaxLength(100);
    }
}

internal sealed class AuthorConfiguration : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> author)
    {
        author.ToTable("Authors");
        author.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        author.Property(a => a.Name).HasMaxLength(Author.NameLength);
        author.Property(a => a.Email).HasMaxLength(MailAddresses.Length);
        author.Property(a => a.NormalizedEmail).HasMaxLength(MailAddresses.Length);
        author.Property(a => a.Language).HasMaxLength(2);
        author.Property(a => a.TokenHash).HasMaxLength(Tokens.HashLength);
        author.Property(a => a.ProtectedToken).HasMaxLength(1000);
        author.HasIndex(a => new { a.ApplicationId, a.NormalizedEmail }).IsUnique();
        author.HasIndex(a => a.TokenHash).IsUnique();
        author.HasIndex(a => a.NormalizedEmail);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("Decisions");
        decision.HasKey(d => d.ApplicationId);
        decision.HasOne<Application>().WithOne().HasForeignKey<Decision>(d => d.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.Reason).HasMaxLength(Decision.ReasonLength);
        decision.Property(d => d.Version).IsConcurrencyToken();
        decision.HasIndex(d => d.ContestId);
    }
}
