using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Events;

public static class EventsSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddEvents() => services.AddScoped<EditionOffice>()
            .AddScoped<EditionPictures>().AddScoped<ThemeOffice>().AddScoped<OrganisationMerger>().AddSingleton<FavouriteLinks>();
    }
}
