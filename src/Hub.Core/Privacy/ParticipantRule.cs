using Hub.Core.Data;
using Hub.Core.Registrations;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>Who came, or was to come, is a number some time after the day.</summary>
public sealed class ParticipantRule(HubDbContext db, Anonymiser anonymiser, IOptions<RetentionOptions> options, TimeProvider clock)
    : PeopleRule(db, anonymiser, clock)
{
    public override string Name => "participants";

    protected override int Months => options.Value.ParticipantMonths;

    protected override IQueryable<Registration> Of(IQueryable<Registration> people) => people.Where(r => r.State != RegistrationState.Cancelled);
}
