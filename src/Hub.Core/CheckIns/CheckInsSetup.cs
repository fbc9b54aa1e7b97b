using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.CheckIns;

public static class CheckInsSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddCheckIns() => services.AddScoped<StewardLinkOffice>().AddScoped<CheckInDesk>().AddScoped<CheckInRoll>();
    }
}
