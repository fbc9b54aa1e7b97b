namespace Hub.Core.Organisations;

/// <summary>Lets an account organise the days of one organisation, and of no other.</summary>
public sealed class OrganiserGrant(Guid organisationId, Guid accountId, DateTime grantedAt)
{
    public Guid OrganisationId { get; private init; } = organisationId;

    public Guid AccountId { get; private init; } = accountId;

    /// <summary>UTC.</summary>
    public DateTime GrantedAt { get; private init; } = grantedAt;
}
