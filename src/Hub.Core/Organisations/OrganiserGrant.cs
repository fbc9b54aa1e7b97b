namespace Hub.Core.Organisations;

/// <summary>Lets an account work on the days of one organisation, and of no other.</summary>
public sealed class OrganiserGrant(Guid organisationId, Guid accountId, DateTime grantedAt)
{
    public Guid OrganisationId { get; private init; } = organisationId;

    public Guid AccountId { get; private init; } = accountId;

    /// <summary>UTC.</summary>
    public DateTime GrantedAt { get; private init; } = grantedAt;

    public OrganisationRole Role { get; set; }

    /// <summary>When the person first signed in with it, UTC; null until then.</summary>
    public DateTime? AcceptedAt { get; set; }
}

public enum OrganisationRole
{
    /// <summary>Publishes, moves and cancels days, sees who comes, and lets others in.</summary>
    Organiser,

    /// <summary>Writes programmes, drafts too; sees nobody's data and tells nobody anything.</summary>
    Editor,
}
