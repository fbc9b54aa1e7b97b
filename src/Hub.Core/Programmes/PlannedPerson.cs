using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>Somebody the draft of a programme names, to speak or to moderate.</summary>
/// <param name="Function">As the first session that says one has it.</param>
public sealed record PlannedPerson(string Name, string? Function, IReadOnlyList<PlannedSession> Sessions);

public static class PlannedPeople
{
    extension(ProgrammePlan plan)
    {
        /// <summary>Each once, in the order of the sessions.</summary>
        public IReadOnlyList<PlannedPerson> People =>
            [.. plan.Sessions.SelectMany(s => s.Facts.PeopleNames.Select(p => (p.Name, p.Function, Session: s))).GroupBy(p => p.Name, StringComparer.Ordinal)
                .Select(p => new PlannedPerson(p.Key, p.Select(x => x.Function).FirstOrDefault(f => f is not null), [.. p.Select(x => x.Session).Distinct()]))];

        /// <summary>To read only: who has a turn in a session stands among its speakers.</summary>
        public ProgrammePlan With(IReadOnlyList<RunningOrder> orders)
        {
            var presenters = orders.ToDictionary(o => o.SessionId, o => string.Join('\n', o.Slots.Select(s => s.Presenters)));
            return plan with
            {
                Sessions = [.. plan.Sessions.Select(s => presenters.TryGetValue(s.Id, out var people) ? s with { Facts = s.Facts with { Speakers = $"{s.Facts.Speakers}\n{people}" } } : s)],
            };
        }

        public IEnumerable<PlannedSession> SessionsWith(string name) => plan.Sessions.Where(s => s.Facts.PeopleNames.Any(p => p.Name == name));
    }
}
