using Hub.Core.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Pitches;

public static class PitchesSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddPitches() => services.AddScoped<CallOffice>().AddScoped<PitchDesk>().AddScoped<IMailComposer, PitchMailComposer>();
    }
}
