using System.Text.Unicode;
using Hub.Core.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Templates;

public static class TemplatesSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddTemplates()
        {
            services.AddLocalization();
            // Letters stay letters: without this, é leaves as &#xE9;.
            services.AddWebEncoders(options => options.TextEncoderSettings = new(UnicodeRanges.All));
            return services.AddSingleton<IMailRenderer, RazorMailRenderer>();
        }
    }
}
