using Hub.Core.Data;

namespace Hub.Core.CheckIns;

/// <summary>
/// Lets whoever has it note who has come to one day, without an account, and nothing else. It ends with the night after
/// the day, or when an organiser takes it back.
/// </summary>
public sealed class StewardLink
{
    public const int LabelLength = 60;

    private StewardLink() { }

    public StewardLink(Guid editionId, string label, string token, Guid madeBy, DateTime now) =>
        (EditionId, Label, TokenHash, MadeBy, MadeAt) = (editionId, label, Tokens.Hash(token), madeBy, now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid EditionId { get; private init; }

    /// <summary>Whom or what it is for, in the organiser's words: « Entrée nord ».</summary>
    public string Label { get; private init; } = "";

    /// <summary>Finds the link by its secret, which is kept nowhere.</summary>
    public string TokenHash { get; private init; } = "";

    /// <summary>The organiser's account.</summary>
    public Guid MadeBy { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>The hour in which somebody was last looked after with it, UTC; null: never.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>UTC; null while it opens.</summary>
    public DateTime? RevokedAt { get; private set; }

    public void Revoke(DateTime now) => RevokedAt = now;
}
