using Hub.Core.Notifications;

namespace Hub.Core.Evaluations;

/// <summary>Somebody who writes an application, alone or with colleagues, by a link of their own.</summary>
public sealed class Author
{
    public const int NameLength = 200;

    /// <summary>Of one application.</summary>
    public const int Most = 10;

    private Author() { }

    /// <param name="email">One that <see cref="MailAddresses"/> accepts.</param>
    /// <param name="language">They are written to in: fr or en.</param>
    public Author(Guid applicationId, string name, string email, string language, PersonalLink link, DateTime now)
    {
        (ApplicationId, Name, Language, InvitedAt) = (applicationId, name, language, now);
        (Email, NormalizedEmail) = (email, MailAddresses.Normalize(email));
        (TokenHash, ProtectedToken) = (link.TokenHash, link.ProtectedToken);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; private init; }

    public string Name { get; private init; } = "";

    public string Email { get; private init; } = "";

    public string Language { get; private init; } = "";

    /// <summary>Unique in the application.</summary>
    public string NormalizedEmail { get; private init; } = "";

    /// <inheritdoc cref="PersonalLink"/>
    public string TokenHash { get; private init; } = "";

    /// <inheritdoc cref="PersonalLink"/>
    public string ProtectedToken { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTime InvitedAt { get; private init; }
}
