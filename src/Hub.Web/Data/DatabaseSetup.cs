using Hub.Core.Data;
using Hub.Migrations.PostgreSql;
using Hub.Migrations.Sqlite;
using Hub.Migrations.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hub.Web.Data;

public static class DatabaseSetup
{
    extension(IServiceCollection services)
    {
        /// <summary>The database that <c>Database:Provider</c> and <c>ConnectionStrings:Hub</c> name.</summary>
        public void AddDatabase()
        {
            services.AddOptions<HubOptions>().BindConfiguration("Hub").ValidateDataAnnotations().ValidateOnStart();
            services.AddSingleton(s => Choose(s.GetRequiredService<IConfiguration>()["Database:Provider"] ?? "Sqlite"));
            services.AddDbContextPool<HubDbContext>((s, options) =>
            {
                var configuration = s.GetRequiredService<IConfiguration>();
                s.GetRequiredService<IDatabaseProvider>().Configure(
                    options, configuration.GetConnectionString("Hub") ?? InDataFolder(s), configuration.GetValue<int?>("Database:MaxBatchSize"));
                options.AddInterceptors(s.GetServices<IInterceptor>());
            });
            services.AddSingleton<CalendarHost>();
        }
    }

    extension(IServiceProvider services)
    {
        public async Task MigrateAsync(CancellationToken ct = default)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
            await db.Database.MigrateAsync(ct);
            await SearchIndex.CompleteAsync(db, ct);
        }
    }

    private static IDatabaseProvider Choose(string name)
    {
        IDatabaseProvider[] providers = [new SqliteProvider(), new SqlServerProvider(), new PostgreSqlProvider()];
        return Array.Find(providers, p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"Database:Provider is '{name}'; it must be one of {string.Join(", ", providers.Select(p => p.Name))}.");
    }

    private static string InDataFolder(IServiceProvider services) => $"Data Source={Path.Combine(services.DataFolder, "hub.db")}";
}
