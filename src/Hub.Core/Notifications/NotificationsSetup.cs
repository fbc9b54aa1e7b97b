using Hub.Core.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

public static class NotificationsSetup
{
    extension(IServiceCollection services)
    {
        /// <param name="folder">Where mails are delivered.</param>
        public IServiceCollection AddNotifications(Func<IServiceProvider, string> folder)
        {
            services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
            return services
                .AddSingleton(s => new MailFolder(folder(s), s.GetRequiredService<IOptions<MailOptions>>(), s.GetRequiredService<TimeProvider>()))
                .AddScoped<OutboxSender>()
                .AddScoped<IInvariant, OutboxInvariant>()
                .AddHostedService<OutboxWorker>();
        }
    }
}
