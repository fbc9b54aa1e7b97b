using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Votes;

internal sealed class AudienceVoteConfiguration : IEntityTypeConfiguration<AudienceVote>
{
    public void Configure(EntityTypeBuilder<AudienceVote> vote)
    {
        vote.ToTable("AudienceVotes");
        vote.HasKey(v => v.SessionId);
        vote.Property(v => v.SessionId).ValueGeneratedNever();
        vote.Property(v => v.Secret).HasMaxLength(AudienceVote.SecretLength);
        vote.Property(v => v.Result).HasJson();
        vote.Ignore(v => v.IsOpen).Ignore(v => v.ScreenKey);
        vote.HasOne<RunningOrder>().WithOne().HasForeignKey<AudienceVote>(v => v.SessionId).OnDelete(DeleteBehavior.Cascade);
        vote.HasIndex(v => v.ClosedAt);
    }
}

internal sealed class BallotConfiguration : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> ballot)
    {
        ballot.ToTable("Ballots");
        ballot.HasKey(b => new { b.SessionId, b.Voter });
        ballot.HasOne<AudienceVote>().WithMany().HasForeignKey(b => b.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}
