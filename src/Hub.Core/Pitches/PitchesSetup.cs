using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Hub.Core.Recurring;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Pitches;

public static class PitchesSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddPitches() => services
            .AddScoped<CallOffice>().AddScoped<Committee>().AddScoped<DecisionOffice>()
            .AddScoped<PitchDesk>().AddScoped<PitchStage>().AddScoped<ITurnHolders, PitchHolders>()
            .AddScoped<IMailComposer, PitchMailComposer>().AddScoped<IMailComposer, CommitteeMailComposer>().AddScoped<IMailComposer, PlaceMailComposer>()
            .AddRecurring<StageRounds>().AddRecurring<CommitteeRounds>().AddRecurring<CallRounds>();
    }
}
