using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Data;

/// <summary>
/// Keeps the keys that protect cookies, forms and stored links in the database, so that every node shares them and
/// a restart signs nobody out.
/// </summary>
public sealed class KeyRing(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        return [.. db.Set<KeyRingElement>().AsNoTracking().AsEnumerable().Select(e => XElement.Parse(e.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        db.Add(new KeyRingElement { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

/// <summary>One element of the data protection key ring, as the framework wrote it.</summary>
public sealed class KeyRingElement
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class KeyRingElementConfiguration : IEntityTypeConfiguration<KeyRingElement>
{
    public void Configure(EntityTypeBuilder<KeyRingElement> element)
    {
        element.ToTable("KeyRing");
        element.Property(e => e.Name).HasMaxLength(200);
    }
}
