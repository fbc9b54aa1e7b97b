using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Privacy;

/// <summary>A row of the register of treatments (GDPR, article 30) where an administrator wrote their own words.</summary>
/// <param name="code">Which treatment.</param>
/// <param name="language">BCP 47 tag.</param>
public sealed class Treatment(string code, string language)
{
    public string Code { get; private init; } = code;

    public string Language { get; private init; } = language;

    public TreatmentFacts Facts { get; private set; } = TreatmentFacts.None;

    /// <summary>UTC.</summary>
    public DateTime RevisedAt { get; private set; }

    /// <summary>Moves with every edit, so that two administrators never overwrite each other unseen.</summary>
    public int Version { get; private set; }

    public void Write(TreatmentFacts facts, DateTime now)
    {
        (Facts, RevisedAt) = (facts, now);
        Version++;
    }
}

/// <summary>What the register says of one treatment.</summary>
/// <param name="People">Whose data.</param>
/// <param name="Data">Which data.</param>
public sealed record TreatmentFacts(string Name, string Purpose, string LegalBasis, string People, string Data, string Recipients, string Retention)
{
    public const int NameLength = 200;
    public const int TextLength = 2000;

    public static TreatmentFacts None { get; } = new("", "", "", "", "", "", "");
}

internal sealed class TreatmentConfiguration : IEntityTypeConfiguration<Treatment>
{
    public void Configure(EntityTypeBuilder<Treatment> treatment)
    {
        treatment.ToTable("Treatments");
        treatment.HasKey(t => new { t.Code, t.Language });
        treatment.Property(t => t.Code).HasMaxLength(32);
        treatment.Property(t => t.Language).HasMaxLength(16);
        treatment.Property(t => t.Version).IsConcurrencyToken();
        treatment.ComplexProperty(t => t.Facts, facts =>
        {
            facts.Property(f => f.Name).HasColumnName("Name").HasMaxLength(TreatmentFacts.NameLength);
            facts.Property(f => f.Purpose).HasColumnName("Purpose").HasMaxLength(TreatmentFacts.TextLength);
            facts.Property(f => f.LegalBasis).HasColumnName("LegalBasis").HasMaxLength(TreatmentFacts.TextLength);
            facts.Property(f => f.People).HasColumnName("People").HasMaxLength(TreatmentFacts.TextLength);
            facts.Property(f => f.Data).HasColumnName("Data").HasMaxLength(TreatmentFacts.TextLength);
            facts.Property(f => f.Recipients).HasColumnName("Recipients").HasMaxLength(TreatmentFacts.TextLength);
            facts.Property(f => f.Retention).HasColumnName("Retention").HasMaxLength(TreatmentFacts.TextLength);
        });
    }
}
