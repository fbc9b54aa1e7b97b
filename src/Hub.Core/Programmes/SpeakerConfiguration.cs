using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Programmes;

internal sealed class SpeakerInvitationConfiguration : IEntityTypeConfiguration<SpeakerInvitation>
{
    public void Configure(EntityTypeBuilder<SpeakerInvitation> invitation)
    {
        invitation.ToTable("SpeakerInvitations");
        invitation.HasOne<Edition>().WithMany().HasForeignKey(i => i.EditionId).OnDelete(DeleteBehavior.Cascade);
        invitation.Property(i => i.Name).HasMaxLength(SpeakerInvitation.LineLength);
        invitation.Property(i => i.Email).HasMaxLength(MailAddresses.Length);
        invitation.Property(i => i.NormalizedEmail).HasMaxLength(MailAddresses.Length);
        invitation.Property(i => i.Function).HasMaxLength(SpeakerInvitation.LineLength);
        invitation.Property(i => i.Organisation).HasMaxLength(SpeakerInvitation.LineLength);
        invitation.Property(i => i.Biography).HasMaxLength(SpeakerInvitation.BiographyLength);
        invitation.Property(i => i.Needs).HasMaxLength(SpeakerInvitation.NoteLength);
        invitation.Property(i => i.ProposedTime).HasMaxLength(SpeakerInvitation.NoteLength);
        invitation.Property(i => i.Reason).HasMaxLength(SpeakerInvitation.NoteLength);
        invitation.Property(i => i.TokenHash).HasMaxLength(Tokens.HashLength);
        invitation.Property(i => i.ProtectedToken).HasMaxLength(1000);
        invitation.Property(i => i.FeedHash).HasMaxLength(Tokens.HashLength);
        invitation.Property(i => i.Windows).HasJson();
        invitation.Property(i => i.Version).IsConcurrencyToken();
        invitation.Ignore(i => i.IsActive).Ignore(i => i.HasLeft).Ignore(i => i.IsAwaited).Ignore(i => i.LastAskedAt).Ignore(i => i.HasOpenProposal);

        // The database, not a page, promises that nobody is asked twice.
        invitation.HasIndex(i => new { i.EditionId, i.Name }).IsUnique();
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasIndex(i => i.FeedHash).IsUnique();
        invitation.HasIndex(i => i.NormalizedEmail);
    }
}

internal sealed class SpeakerPhotoConfiguration : IEntityTypeConfiguration<SpeakerPhoto>
{
    public void Configure(EntityTypeBuilder<SpeakerPhoto> photo)
    {
        photo.ToTable("SpeakerPhotos");
        photo.HasKey(p => p.InvitationId);
        photo.HasOne<SpeakerInvitation>().WithOne().HasForeignKey<SpeakerPhoto>(p => p.InvitationId).OnDelete(DeleteBehavior.Cascade);
        photo.Property(p => p.MediaType).HasMaxLength(32);
        photo.Property(p => p.Hash).HasMaxLength(64);
        photo.HasIndex(p => p.Hash);
    }
}
