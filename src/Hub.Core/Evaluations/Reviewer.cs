using Hub.Core.Notifications;

namespace Hub.Core.Evaluations;

/// <summary>Somebody who judges the applications of a contest.</summary>
public sealed class Reviewer
{
    public const int NameLength = 200;

    private Reviewer() { }

    /// <param name="email">One that <see cref="MailAddresses"/> accepts.</param>
    /// <param name="language">They are written to in: fr or en.</param>
    public Reviewer(Guid contestId, string name, string organisation, string email, string language, PersonalLink link, DateTime now)
    {
        (ContestId, Name, Organisation, OrganisationKey, InvitedAt) = (contestId, name, organisation, OrganisationNames.KeyOf(organisation), now);
        Language = language;
        (Email, NormalizedEmail) = (email, MailAddresses.Normalize(email));
        (TokenHash, ProtectedToken) = (link.TokenHash, link.ProtectedToken);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ContestId { get; private init; }

    /// <summary>Empty for who was erased.</summary>
    public string Name { get; private set; } = "";

    public string Organisation { get; private init; } = "";

    /// <inheritdoc cref="OrganisationNames.KeyOf"/>
    public string OrganisationKey { get; private init; } = "";

    public string Email { get; private set; } = "";

    public string Language { get; private init; } = "";

    /// <summary>Unique in the contest.</summary>
    public string NormalizedEmail { get; private set; } = "";

    /// <inheritdoc cref="PersonalLink"/>
    public string TokenHash { get; private set; } = "";

    /// <inheritdoc cref="PersonalLink"/>
    public string ProtectedToken { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime InvitedAt { get; private init; }

    /// <summary>They judge no more, UTC.</summary>
    public DateTime? LeftAt { get; private set; }

    public int Version { get; private set; }

    public bool Leave(DateTime now)
    {
        if (LeftAt is not null)
        {
            return false;
        }

        (LeftAt, Version) = (now, Version + 1);
        return true;
    }

    /// <summary>They judge again, by the link they had.</summary>
    public bool Return()
    {
        if (LeftAt is null)
        {
            return false;
        }

        (LeftAt, Version) = (null, Version + 1);
        return true;
    }

    /// <summary>Nobody can tell any more who they were, and their link opens nothing.</summary>
    public void Forget(DateTime now) =>
        (Name, Email, NormalizedEmail, TokenHash, ProtectedToken, LeftAt, Version) = ("", "", $"{Id:N}", $"{Id:N}", "", LeftAt ?? now, Version + 1);

    /// <summary>Who works for the applicant does not judge them, whatever they declare.</summary>
    /// <param name="authors">Normalised addresses of everybody who writes the application.</param>
    public bool IsTiedTo(Application application, IEnumerable<string> authors) =>
        application.OrganisationKey == OrganisationKey || authors.Any(a => a == NormalizedEmail || Colleagues.Are(a, NormalizedEmail));
}
