using Hub.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Hub.Core.Data;

/// <summary>
/// The one unit of work. It names no capability: every folder brings its own
/// <see cref="IEntityTypeConfiguration{TEntity}"/> and its own set, as an extension property.
/// </summary>
public sealed class HubDbContext(DbContextOptions<HubDbContext> options)
    : IdentityUserContext<Account, Guid>(options)
{
    private const int MaxAttempts = 8;

    /// <summary>
    /// The one door for writes: takes the turn, opens the transaction, runs <paramref name="work"/>, saves and commits.
    /// When another writer stood in the way, all of it runs again on a cleared context: <paramref name="work"/> must
    /// load what it needs itself and touch nothing outside the database.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default)
    {
        var provider = this.GetService<IDatabaseProvider>();
        using var turn = await provider.TakeTurnAsync(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Database.CreateExecutionStrategy().ExecuteAsync(ct => AttemptAsync(work, ct), ct);
            }
            catch (Exception exception) when (attempt < MaxAttempts && provider.IsConflict(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), ct);
            }
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Func<CancellationToken, Task> work, CancellationToken ct = default) =>
        WriteAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            ct);

    /// <summary>Saves of others (Identity's stores) wait for their turn as well.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var turn = await this.GetService<IDatabaseProvider>().TakeTurnAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Identity shapes its tables by the IdentityOptions of the application's services, and without them leaves
        // the passkeys out without a word. EF would keep that model for the life of the process.
        if (builder.Model.FindEntityType(typeof(IdentityUserPasskey<Guid>)) is null)
        {
            throw new InvalidOperationException("HubDbContext needs application services with HubIdentity.Configure.");
        }

        builder.ApplyConfigurationsFromAssembly(typeof(HubDbContext).Assembly);
    }

    private async Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        ChangeTracker.Clear();
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var result = await work(ct);
        await SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }
}
