namespace Hub.Core.Programmes;

/// <summary>People who came to a turn on stage by another way than as invited speakers. They too are told their time.</summary>
public interface ITurnHolders
{
    Task<IReadOnlyList<TurnHolder>> OfAsync(IReadOnlyList<Guid> turnIds, CancellationToken ct);
}

/// <summary>Somebody to tell when their turn is.</summary>
/// <param name="MailKind">Of the mail that does; its version is the instant it was promised.</param>
/// <param name="SubjectId">Of the mail.</param>
public sealed record TurnHolder(Guid TurnId, string MailKind, Guid SubjectId, string NormalizedEmail);
