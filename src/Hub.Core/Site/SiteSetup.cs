using Hub.Core.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Site;

public static class SiteSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddSite() => services
            .AddScoped<SiteEditor>()
            .AddScoped<ContactDesk>()
            .AddScoped<IMailComposer, SiteMailComposer>();
    }
}
