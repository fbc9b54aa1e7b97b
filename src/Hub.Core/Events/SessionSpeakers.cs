namespace Hub.Core.Events;

/// <summary>Who speaks in a session, read off the lines of its form.</summary>
public static class SessionSpeakers
{
    extension(Session session)
    {
        /// <summary>Names and functions, in the order they were written.</summary>
        public IEnumerable<(string Name, string? Function)> SpeakerNames => Read(session.Speakers);

        /// <summary>Names and functions of those who lead it.</summary>
        public IEnumerable<(string Name, string? Function)> ModeratorNames => Read(session.Moderators);

        /// <summary>Names of all who must be there.</summary>
        public IEnumerable<string> ExpectedNames => session.SpeakerNames.Concat(session.ModeratorNames).Select(p => p.Name);
    }

    extension(SessionFacts facts)
    {
        /// <summary>Everybody on stage: who speaks, then who moderates.</summary>
        public IEnumerable<(string Name, string? Function)> PeopleNames => [.. Read(facts.Speakers), .. Read(facts.Moderators)];

        /// <summary>The same session with somebody else in somebody's place; who is there already is not named twice.</summary>
        public SessionFacts Replacing(string name, string line) => facts with
        {
            Speakers = Replace(facts.Speakers, name, line),
            Moderators = Replace(facts.Moderators, name, line),
        };
    }

    extension(Slot slot)
    {
        /// <summary>Names and functions, in the order they were written.</summary>
        public IEnumerable<(string Name, string? Function)> PresenterNames => Read(slot.Presenters);

        /// <summary>Names alone, as one reads them out; empty when nobody is named.</summary>
        public string PresenterLine => string.Join(", ", slot.PresenterNames.Select(p => p.Name));

        public bool Names(string person) => slot.PresenterNames.Any(p => p.Name == person);

        /// <summary>The same turn with somebody else in somebody's place.</summary>
        public Slot Replacing(string name, string line) => slot.By(Replace(slot.Presenters, name, line));
    }

    private static IEnumerable<(string Name, string? Function)> Read(string? lines) => Lines(lines).Select(Split);

    private static string? Replace(string? lines, string name, string line) => !Read(lines).Any(p => p.Name == name)
        ? lines
        : string.Join('\n', Lines(lines).Select(l => Split(l).Name == name ? line : l).DistinctBy(l => Split(l).Name, StringComparer.Ordinal));

    private static string[] Lines(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string Name, string? Function) Split(string line) =>
        line.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var function] ? (name, function.Length > 0 ? function : null) : (line, null);
}
