using System.Data.Common;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Support;

/// <summary>Counts what is asked of the database.</summary>
public sealed class CommandCount : DbCommandInterceptor
{
    private int commands;

    public async Task<int> OfAsync(Func<Task> work)
    {
        var before = commands;
        await work();
        return commands - before;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref commands);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref commands);
        return result;
    }
}

public static class CommandCounting
{
    /// <summary>For <see cref="HubApp.Additions"/>.</summary>
    public static void Count(this IServiceCollection services, CommandCount count) =>
        services.ConfigureDbContext<HubDbContext>(options => options.AddInterceptors(count));
}
