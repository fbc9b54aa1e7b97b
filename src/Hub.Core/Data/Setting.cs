using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Data;

/// <summary>What the hub decided once about itself and must remember.</summary>
public sealed class Setting(string name, string value)
{
    /// <summary>Right-hand side of every calendar UID; it survives a change of address of the hub.</summary>
    public const string CalendarHost = "calendar-host";

    public string Name { get; private init; } = name;

    public string Value { get; private init; } = value;
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.ToTable("Settings");
        setting.HasKey(s => s.Name);
        setting.Property(s => s.Name).HasMaxLength(64);
        setting.Property(s => s.Value).HasMaxLength(256);
    }
}
