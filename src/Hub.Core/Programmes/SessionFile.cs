using Hub.Core.Events;
using Hub.Core.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Programmes;

/// <summary>Something shown in a session, for everybody to take home once it is over. It needs no publication of the programme.</summary>
public sealed class SessionFile
{
    public const int WordsLength = 200;

    /// <summary>Of one session, and of one turn in it.</summary>
    public const int MostOfOne = 10;

    /// <summary>Of all sessions of a day.</summary>
    public const int MostOfDay = 300;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid EditionId { get; init; }

    /// <summary>Of the draft or of what is published: it is the same.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Turn of its running order that it belongs to; null: the whole session. It may have been removed since.</summary>
    public Guid? SlotId { get; init; }

    /// <summary>What it is, in French.</summary>
    public required string Words { get; init; }

    /// <summary>What it is called on the disk of who takes it, with its extension.</summary>
    public required string FileName { get; init; }

    /// <summary>One of those that <see cref="DocumentFile"/> knows.</summary>
    public required string MediaType { get; init; }

    /// <summary>In bytes.</summary>
    public required int Size { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>Invitation or author who sent it, by their link; null: the organisers. It may have been erased since.</summary>
    public Guid? SentBy { get; init; }

    /// <summary>The last column: SQLite walks over it to whatever stands behind.</summary>
    public required byte[] Content { get; init; }
}

internal sealed class SessionFileConfiguration : IEntityTypeConfiguration<SessionFile>
{
    public void Configure(EntityTypeBuilder<SessionFile> file)
    {
        file.ToTable("SessionFiles");
        file.HasOne<Edition>().WithMany().HasForeignKey(f => f.EditionId).OnDelete(DeleteBehavior.Cascade);
        file.Property(f => f.Words).HasMaxLength(SessionFile.WordsLength);
        file.Property(f => f.FileName).HasMaxLength(DocumentFile.NameLength);
        file.Property(f => f.MediaType).HasMaxLength(100);
        file.HasIndex(f => new { f.EditionId, f.SessionId });
        file.HasIndex(f => f.SentBy);
    }
}
