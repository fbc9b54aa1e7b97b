using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Data;

/// <summary>What `dotnet ef` asks for; each migrations project closes it over its provider.</summary>
public abstract class DesignTimeFactory<TProvider>(string connectionString) : IDesignTimeDbContextFactory<HubDbContext>
    where TProvider : IDatabaseProvider, new()
{
    public HubDbContext CreateDbContext(string[] args)
    {
        var services = new ServiceCollection().Configure<IdentityOptions>(HubIdentity.Configure).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<HubDbContext>();
        options.UseApplicationServiceProvider(services);
        new TProvider().Configure(options, connectionString);
        return new HubDbContext(options.Options);
    }
}
