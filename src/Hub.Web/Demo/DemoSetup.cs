using Hub.Core.Data;
using Hub.Core.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Demo;

public static class DemoSetup
{
    extension(IServiceProvider services)
    {
        /// <exception cref="InvalidOperationException">The hub runs in production, where no example may mix with the real.</exception>
        public async Task SeedDemoAsync(CancellationToken ct = default)
        {
            if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            {
                throw new InvalidOperationException("The demo world exists in Development only.");
            }

            await using var scope = services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<DemoHub>(scope.ServiceProvider, ActivatorUtilities.CreateInstance<DemoCall>(scope.ServiceProvider)).SeedAsync(ct);
        }

        /// <summary>Whoever starts a hub for the first time, in Development, finds something to look at.</summary>
        public async Task SeedFirstStartAsync(CancellationToken ct = default)
        {
            if (services.GetRequiredService<IHostEnvironment>().IsDevelopment() && await services.IsEmptyAsync(ct))
            {
                await services.SeedDemoAsync(ct);
            }
        }

        private async Task<bool> IsEmptyAsync(CancellationToken ct)
        {
            await using var scope = services.CreateAsyncScope();
            return !await scope.ServiceProvider.GetRequiredService<HubDbContext>().Organisations.AnyAsync(ct);
        }
    }
}
