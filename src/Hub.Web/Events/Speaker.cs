using System.Globalization;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>Somebody who speaks on a day.</summary>
/// <param name="Function">As the first session that says one has it.</param>
public sealed record Speaker(string Name, string? Function, IReadOnlyList<Session> Sessions)
{
    /// <summary>What they say of themselves; null unless they have accepted to speak.</summary>
    public SpeakerProfile? Profile { get; init; }

    /// <summary>Two letters for the hexagon.</summary>
    public string Initials => string.Concat(Words.Take(2).Select(w => StringInfo.GetNextTextElement(w))).ToUpperInvariant();

    /// <summary>Colour of the hexagon: says nothing, but stays the same from page to page.</summary>
    public string Tone => Tones.All[Name.Sum(c => c) % Tones.All.Count].Name;

    /// <summary>By the last word of the name, then by all of it, as lists of names go.</summary>
    public (string Last, string All) Order => (Folding.Fold(Words.LastOrDefault() ?? ""), Folding.Fold(Name));

    private string[] Words => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Function and organisation on one line, in their own words where there are any; null when nobody said.</summary>
    public string? Position => string.Join(", ", new[] { Profile?.Function ?? Function, Profile?.Organisation }.Where(w => !string.IsNullOrEmpty(w))) is { Length: > 0 } said ? said : null;

    /// <summary>Each once, in the order of the sessions, with what they say of themselves.</summary>
    public static IReadOnlyList<Speaker> Of(IEnumerable<Session> sessions, IReadOnlyDictionary<string, SpeakerProfile> profiles) =>
        [.. Of(sessions).Select(s => s with { Profile = profiles.GetValueOrDefault(s.Name) })];

    /// <summary>Each once, in the order of the sessions.</summary>
    public static IReadOnlyList<Speaker> Of(IEnumerable<Session> sessions) =>
        [.. sessions.SelectMany(s => s.SpeakerNames.Select(who => (who.Name, who.Function, Session: s))).GroupBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => new Speaker(s.Key, s.Select(x => x.Function).FirstOrDefault(f => f is not null), [.. s.Select(x => x.Session).Distinct()]))];

    public static string NamesIn(Session session) => string.Join(", ", session.SpeakerNames.Select(s => s.Name));
}
