using Hub.Core.Data;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Hub.Core.Recurring;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Registrations;

public static class RegistrationsSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddRegistrations() => services
            .AddSingleton<RegistrationLinks>()
            .AddScoped<SeatKeeper>()
            .AddScoped<RegistrationDesk>()
            .AddScoped<EditionChanges>().AddScoped<ProgrammePublisher>().AddScoped<SessionDesk>().AddScoped<SlotDesk>().AddScoped<StageAnnouncer>().AddScoped<ITurnHolders, SlotHolders>()
            .AddScoped<PlaceOffers>().AddScoped<Handovers>().AddScoped<PersonalSpace>()
            .AddRecurring<QueueRounds>()
            .AddRecurring<Reminders>().AddRecurring<SlotRounds>()
            .AddScoped<IMailComposer, RegistrationMailComposer>()
            .AddScoped<IMailComposer, SpaceMailComposer>()
            .AddScoped<IInvariant, SeatInvariant>()
            .AddScoped<IInvariant, QueueInvariant>()
            .AddScoped<IInvariant, PromiseInvariant>();
    }
}
