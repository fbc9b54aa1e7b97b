using Hub.Core.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Programmes;

public static class ProgrammesSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddProgrammes() => services
            .AddScoped<ProgrammeOffice>().AddScoped<ProgrammeImports>().AddScoped<EditionCopies>().AddScoped<RunningOrderOffice>().AddScoped<SessionFileOffice>()
            .AddSingleton<SpeakerLinks>().AddScoped<SpeakerOffice>().AddScoped<SpeakerAnswers>().AddScoped<IMailComposer, SpeakerMailComposer>();
    }
}
