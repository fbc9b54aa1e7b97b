using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Votes;

public static class VotesSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddVotes() => services.AddScoped<VoteDesk>().AddSingleton<VotingPapers>();
    }
}
