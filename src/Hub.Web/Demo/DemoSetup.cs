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
            await ActivatorUtilities.CreateInstance<DemoHub>(scope.ServiceProvider).SeedAsync(ct);
        }
    }
}
