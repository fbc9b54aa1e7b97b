using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Evaluations;

public static class EvaluationsSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddEvaluations() => services.AddSingleton<PersonalLinks>().AddScoped<ApplicationDesk>().AddScoped<AttachmentDesk>().AddScoped<ReviewRoom>();
    }
}
