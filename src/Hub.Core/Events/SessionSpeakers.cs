namespace Hub.Core.Events;

/// <summary>Who speaks in a session, read off the lines of its form.</summary>
public static class SessionSpeakers
{
    extension(Session session)
    {
        /// <summary>Names and functions, in the order they were written.</summary>
        public IEnumerable<(string Name, string? Function)> SpeakerNames =>
            (session.Speakers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Split);
    }

    private static (string Name, string? Function) Split(string line) =>
        line.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var function] ? (name, function.Length > 0 ? function : null) : (line, null);
}
