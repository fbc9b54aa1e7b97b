using System.Globalization;
using Hub.Core.Events;
using Hub.Core.Languages;

namespace Hub.Web.Events;

/// <summary>Somebody who speaks on a day.</summary>
/// <param name="Function">As the first session that says one has it.</param>
public sealed record Speaker(string Name, string? Function, IReadOnlyList<Session> Sessions)
{
    /// <summary>Two letters for the hexagon.</summary>
    public string Initials => string.Concat(Words.Take(2).Select(w => StringInfo.GetNextTextElement(w))).ToUpperInvariant();

    /// <summary>Colour of the hexagon: says nothing, but stays the same from page to page.</summary>
    public string Tone => Tones.All[Name.Sum(c => c) % Tones.All.Count].Name;

    /// <summary>By the last word of the name, then by all of it, as lists of names go.</summary>
    public (string Last, string All) Order => (Folding.Fold(Words.LastOrDefault() ?? ""), Folding.Fold(Name));

    private string[] Words => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each once, in the order of the sessions.</summary>
    public static IReadOnlyList<Speaker> Of(IEnumerable<Session> sessions) =>
        [.. sessions.SelectMany(s => s.SpeakerNames.Select(who => (who.Name, who.Function, Session: s))).GroupBy(s => s.Name, StringComparer.Ordinal)
            .Select(s => new Speaker(s.Key, s.Select(x => x.Function).FirstOrDefault(f => f is not null), [.. s.Select(x => x.Session).Distinct()]))];

    public static string NamesIn(Session session) => string.Join(", ", session.SpeakerNames.Select(s => s.Name));
}
