using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Events;

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.ToTable("Themes");
        theme.HasKey(t => t.Code);
        theme.Property(t => t.Code).HasMaxLength(Theme.CodeLength);
        theme.Property(t => t.Name).HasMaxLength(Theme.NameLength);
        theme.Property(t => t.EnglishName).HasMaxLength(Theme.NameLength);
        theme.Ignore(t => t.Spoken);
        theme.HasData(
            new Theme(Theme.Data, "Données et souveraineté", "Data and sovereignty", Tone.Pastel, 1),
            new Theme(Theme.Cybersecurity, "Cybersécurité", "Cybersecurity", Tone.Garance, 2),
            new Theme(Theme.ArtificialIntelligence, "IA et services publics", "AI and public services", Tone.Gaude, 3),
            new Theme(Theme.Inclusion, "Inclusion numérique", "Digital inclusion", Tone.Orseille, 4),
            new Theme(Theme.Sustainability, "Sobriété et résilience", "Sustainability and resilience", Tone.Reseda, 5),
            new Theme(Theme.Connectivity, "Territoires connectés", "Connected territories", Tone.Noyer, 6));
    }
}
