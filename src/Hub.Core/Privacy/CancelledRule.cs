using Hub.Core.Data;
using Hub.Core.Registrations;
using Microsoft.Extensions.Options;

namespace Hub.Core.Privacy;

/// <summary>Who gave their place back is of no use to anybody soon after the day.</summary>
public sealed class CancelledRule(HubDbContext db, Anonymiser anonymiser, IOptions<RetentionOptions> options, TimeProvider clock)
    : PeopleRule(db, anonymiser, clock)
{
    public override string Name => "cancelled";

    protected override int Months => options.Value.CancelledMonths;

    protected override IQueryable<Registration> Of(IQueryable<Registration> people) => people.Where(r => r.State == RegistrationState.Cancelled);
}
