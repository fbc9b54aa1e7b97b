using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Recurring;

public static class RecurringSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddRecurring<TTask>() where TTask : class, IRecurringTask =>
            services.AddScoped<TTask>().AddHostedService<RecurringWorker<TTask>>();
    }
}
