using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Tests.Support;
using Hub.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Operations;

/// <summary>What a newcomer finds at the first start.</summary>
public sealed class DemoTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_world_is_made_once_however_often_it_is_asked_for()
    {
        await SeedAsync();
        var made = await app.ReadAsync(db => db.Editions.CountAsync(Ct));
        await SeedAsync();

        Assert.Equal(made, await app.ReadAsync(db => db.Editions.CountAsync(Ct)));
        Assert.Single(await app.ReadAsync(db => db.CallsForPitches.ToListAsync(Ct)));
        Assert.All(await app.ReadAsync(db => db.Applications.ToListAsync(Ct)), a => Assert.Equal(ApplicationState.Submitted, a.State));
        Assert.Equal(2, await app.ReadAsync(db => db.Attachments.CountAsync(Ct)));
    }

    private async Task SeedAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var call = ActivatorUtilities.CreateInstance<DemoCall>(scope.ServiceProvider);
        await ActivatorUtilities.CreateInstance<DemoHub>(scope.ServiceProvider, call).SeedAsync(Ct);
    }
}
