using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Registrations;

/// <summary>
/// A person said yes, or took a yes back. Rows are added and never changed; what stays as it was is not said twice. Once the
/// registration is erased they lead to nobody.
/// </summary>
public sealed class Consent
{
    public const int AskedLength = 32;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid RegistrationId { get; init; }

    public required ConsentKind Kind { get; init; }

    /// <summary>False: withdrawn.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The page it was said on.</summary>
    public required ConsentSource Source { get; init; }

    /// <summary>Version of the words the person answered; empty where nobody was asked by a page.</summary>
    public required string Asked { get; init; }
}

/// <remarks><see cref="Needs"/>: writing what helps to be received, which may reveal health or belief (GDPR, article 9(2)(a)).</remarks>
public enum ConsentKind { Photos, News, Needs }

public enum ConsentSource { Registration, Correction }

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("Consents");
        consent.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId).OnDelete(DeleteBehavior.Restrict);
        consent.Property(c => c.Asked).HasMaxLength(Consent.AskedLength);
        consent.HasIndex(c => new { c.RegistrationId, c.At });
    }
}
