using Hub.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Core.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.ToTable("Organisations");
        organisation.Property(o => o.Name).HasMaxLength(Organisation.NameLength);
        organisation.Property(o => o.SearchText).HasMaxLength(2 * Organisation.NameLength);
        organisation.HasIndex(o => o.Name).IsUnique();
    }
}

internal sealed class OrganiserGrantConfiguration : IEntityTypeConfiguration<OrganiserGrant>
{
    public void Configure(EntityTypeBuilder<OrganiserGrant> grant)
    {
        grant.ToTable("OrganiserGrants");
        grant.HasKey(g => new { g.OrganisationId, g.AccountId });
        grant.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        grant.HasIndex(g => g.AccountId);
    }
}
