using Hub.Core.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

public static class NotificationsSetup
{
    extension(IServiceCollection services)
    {
        /// <param name="folder">Where mails are delivered, unless the settings name a server.</param>
        public IServiceCollection AddNotifications(Func<IServiceProvider, string> folder)
        {
            services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
            return services
                .AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>()
                .AddSingleton(s => new MailFolder(folder(s)))
                .AddSingleton<SmtpTimeouts>()
                .AddSingleton<SmtpTransport>()
                .AddSingleton<IMailTransport>(s => s.GetRequiredService<IOptions<MailOptions>>().Value.Transport is MailTransport.Smtp
                    ? s.GetRequiredService<SmtpTransport>()
                    : s.GetRequiredService<MailFolder>())
                .AddSingleton<TransportPause>()
                .AddScoped<MailWriter>()
                .AddScoped<OutboxSender>()
                .AddScoped<MailWatch>()
                .AddScoped<DeadLetterOffice>()
                .AddScoped<IInvariant, OutboxInvariant>()
                .AddScoped<IMailComposer, MailTroubleComposer>()
                .AddHostedService<OutboxWorker>()
                .AddHostedService<MailWatchWorker>();
        }
    }
}
