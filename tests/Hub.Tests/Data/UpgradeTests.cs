using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Tests.Support;
using Hub.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Tests.Data;

public abstract class UpgradeTests(HubApp app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Data", "data")]
    [InlineData("ArtificialIntelligence", "artificial-intelligence")]
    [InlineData("Connectivity", "connectivity")]
    public async Task A_day_from_before_themes_were_rows_keeps_its_theme_and_is_found_by_search(string before, string after)
    {
        var organisation = An.Organisation();
        var edition = An.Edition(organisation);
        var (rooms, sessions) = Programme.Of(edition);
        await app.SaveAsync([organisation, edition, .. rooms, .. sessions]);
        await app.DoAsync<Hub.Core.Data.HubDbContext>(async db =>
        {
            await db.Database.OpenConnectionAsync(Token);
            foreach (var earlier in db.Database.GetMigrations().Reverse().Skip(1))
            {
                // Going back drops what rows still point to; SQLite would look at once, and again after each step.
                if (app is SqliteHub)
                {
                    await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = 0", Token);
                }

                await db.GetService<IMigrator>().MigrateAsync(earlier, Token);
            }

            await db.Database.ExecuteSqlAsync($"""UPDATE "Editions" SET "Theme" = {before}""", Token);
        });

        await app.Services.MigrateAsync(Token);

        Assert.Equal(after, await app.ReadAsync(db => db.Editions.Where(e => e.Id == edition.Id).Select(e => e.ThemeCode).SingleAsync(Token)));
        Assert.Equal(0, await app.ReadAsync(db => db.Set<Session>().CountAsync(s => s.SearchText == "", Token)));
        Assert.Equal(0, await app.ReadAsync(db => db.Organisations.CountAsync(o => o.SearchText == "", Token)));
    }

    public sealed class OnSqlite(SqliteHub app) : UpgradeTests(app), IClassFixture<SqliteHub>;

    public sealed class OnPostgreSql(PostgreSqlHub app) : UpgradeTests(app), IClassFixture<PostgreSqlHub>;
}
