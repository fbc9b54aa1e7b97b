using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Events;

/// <summary>The picture of a day, stored as it was sent.</summary>
public sealed class EditionImage
{
    public const int AltLength = 300;
    public const int CreditLength = 200;

    public required Guid EditionId { get; init; }

    /// <summary>image/jpeg, image/png or image/webp.</summary>
    public required string MediaType { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>SHA-256 in hexadecimal; its name in addresses, so that a new picture is never mistaken for the old one.</summary>
    public required string Hash { get; set; }

    /// <summary>Pixels.</summary>
    public required int Width { get; set; }

    /// <summary>Pixels.</summary>
    public required int Height { get; set; }

    /// <summary>What it shows, for whoever does not see it.</summary>
    public required string Alt { get; set; }

    /// <summary>Null: the French words stand.</summary>
    public string? EnglishAlt { get; set; }

    /// <summary>Who made it and under which licence.</summary>
    public required string Credit { get; set; }
}

internal sealed class EditionImageConfiguration : IEntityTypeConfiguration<EditionImage>
{
    public void Configure(EntityTypeBuilder<EditionImage> image)
    {
        image.ToTable("EditionImages");
        image.HasKey(i => i.EditionId);
        image.HasOne<Edition>().WithOne().HasForeignKey<EditionImage>(i => i.EditionId).OnDelete(DeleteBehavior.Restrict);
        image.Property(i => i.MediaType).HasMaxLength(32);
        image.Property(i => i.Hash).HasMaxLength(64);
        image.Property(i => i.Alt).HasMaxLength(EditionImage.AltLength);
        image.Property(i => i.EnglishAlt).HasMaxLength(EditionImage.AltLength);
        image.Property(i => i.Credit).HasMaxLength(EditionImage.CreditLength);
    }
}
