using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Organisations;

public static class OrganisationsSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddOrganisations() => services.AddScoped<TeamOffice>();
    }
}
