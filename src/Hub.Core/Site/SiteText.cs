using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Site;

/// <summary>The words of a page about the hub itself, where an administrator wrote their own.</summary>
/// <param name="name">Of the page, as its address says it in French.</param>
/// <param name="language">BCP 47 tag.</param>
public sealed class SiteText(string name, string language)
{
    public const int TextLength = 40_000;

    public string Name { get; private init; } = name;

    public string Language { get; private init; } = language;

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RevisedAt { get; private set; }

    /// <summary>Moves with every edit, so that two administrators never overwrite each other unseen.</summary>
    public int Version { get; private set; }

    public void Write(string text, DateTime now)
    {
        (Text, RevisedAt) = (text, now);
        Version++;
    }
}

internal sealed class SiteTextConfiguration : IEntityTypeConfiguration<SiteText>
{
    public void Configure(EntityTypeBuilder<SiteText> text)
    {
        text.ToTable("SiteTexts");
        text.HasKey(t => new { t.Name, t.Language });
        text.Property(t => t.Name).HasMaxLength(64);
        text.Property(t => t.Language).HasMaxLength(16);
        text.Property(t => t.Text).HasMaxLength(SiteText.TextLength);
        text.Property(t => t.Version).IsConcurrencyToken();
    }
}
