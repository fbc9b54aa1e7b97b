using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>A session as somebody in it sees it.</summary>
/// <param name="Id">Of the session.</param>
/// <param name="Start">Wall time of the zone; null while nobody has placed it.</param>
/// <param name="Room">Null: everybody together, or not said yet.</param>
/// <param name="Code">Of its public page; null while it has none.</param>
public sealed record SpeakerSlot(Guid Id, string Title, DateTime? Start, int Minutes, string? Room, string? Code)
{
    /// <summary>Nobody has published it: it may still move.</summary>
    public bool IsProvisional => Code is null;

    /// <summary>What is published as it is published; of the draft, what nobody has published.</summary>
    public static IReadOnlyList<SpeakerSlot> Of(string name, ProgrammePlan published, ProgrammePlan draft)
    {
        var known = published.Sessions.Select(s => s.Id).ToHashSet();
        return
        [
            .. published.SessionsWith(name).Select(s => Of(s, published, s.Code))
                .Concat(draft.SessionsWith(name).Where(s => !known.Contains(s.Id)).Select(s => Of(s, draft, null)))
                .OrderBy(s => s.Start ?? DateTime.MaxValue).ThenBy(s => s.Title, StringComparer.Ordinal),
        ];
    }

    private static SpeakerSlot Of(PlannedSession session, ProgrammePlan plan, string? code) =>
        new(session.Id, session.Facts.Title, session.Facts.LocalStart, session.Facts.Minutes, plan.RoomNameOf(session), code);
}
