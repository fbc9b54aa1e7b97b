namespace Hub.Core.Organisations;

/// <summary>Names of the promises about who organises.</summary>
public static class OrganisationMailKinds
{
    /// <summary>The subject is the account.</summary>
    public const string Invitation = "organiser-invitation";
}

public sealed record InvitationDetails(Guid OrganisationId);

/// <summary>Somebody may now work on the days of an organisation.</summary>
/// <param name="Link">Where the person chooses a password; for who has one already, where they sign in.</param>
/// <param name="HasPassword">The person could sign in before.</param>
public sealed record InvitationMail(string Organisation, OrganisationRole Role, Uri Link, bool HasPassword);
