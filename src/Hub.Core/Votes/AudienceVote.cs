using System.Security.Cryptography;
using System.Text;

namespace Hub.Core.Votes;

/// <summary>
/// The audience of a session chooses among its turns, from the moment the host opens the vote until they close it. Whoever is in
/// the room reads a code there, which changes all the time and lets one device in; nobody counts before the end.
/// </summary>
public sealed class AudienceVote
{
    public const int CodeLength = 6;

    private const string Letters = "23456789BCDFGHJKLMNPQRSTVWXYZ";

    internal const int SecretLength = 32;

    /// <summary>A code that was shown a moment ago still counts: somebody is typing it.</summary>
    private const int CodesThatCount = 4;

    private static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(45);

    private AudienceVote() { }

    /// <param name="now">UTC.</param>
    public AudienceVote(Guid editionId, Guid sessionId, DateTime now) =>
        (EditionId, SessionId, OpenedAt, Secret) = (editionId, sessionId, now, RandomNumberGenerator.GetBytes(SecretLength));

    public Guid SessionId { get; private init; }

    public Guid EditionId { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime OpenedAt { get; private init; }

    /// <summary>UTC; null while people vote.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Counted when it closed: what happens to the turns afterwards changes nothing in it. Most votes first.</summary>
    public IReadOnlyList<TurnVotes> Result { get; private set; } = [];

    public bool IsOpen => ClosedAt is null;

    /// <summary>Opens the screen that shows the code. It is for the room alone: the ordinary screen is there for everybody.</summary>
    public string ScreenKey => Convert.ToHexStringLower(Sign("screen").AsSpan(0, 16));

    internal byte[] Secret { get; private init; } = [];

    /// <param name="now">UTC.</param>
    public string CodeAt(DateTime now) => Code(Window(now));

    /// <param name="typed">As somebody typed it, or their camera read it.</param>
    /// <param name="now">UTC.</param>
    public bool Accepts(string? typed, DateTime now)
    {
        var code = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit));
        return IsOpen && Enumerable.Range(0, CodesThatCount).Any(back => Equal(code, Code(Window(now) - back)));
    }

    public bool IsScreen(string? key) => Equal(key ?? "", ScreenKey);

    /// <param name="result">Most votes first.</param>
    /// <param name="now">UTC.</param>
    /// <returns>False when it was closed already.</returns>
    public bool Close(IReadOnlyList<TurnVotes> result, DateTime now)
    {
        if (!IsOpen)
        {
            return false;
        }

        (Result, ClosedAt) = (result, now);
        return true;
    }

    /// <summary>It was closed too early: people vote on, and what was counted is forgotten until the end.</summary>
    public bool Reopen()
    {
        if (IsOpen)
        {
            return false;
        }

        (Result, ClosedAt) = ([], null);
        return true;
    }

    private static long Window(DateTime now) => now.Ticks / CodeLife.Ticks;

    private static bool Equal(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private string Code(long window) => string.Concat(Sign($"code {window}").Take(CodeLength).Select(b => Letters[b % Letters.Length]));

    private byte[] Sign(string what) => HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(what));
}

/// <summary>How many chose a turn.</summary>
public sealed record TurnVotes(Guid SlotId, int Votes);
