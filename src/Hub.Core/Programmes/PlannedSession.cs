using Hub.Core.Calendars;
using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <param name="Id">Stays when it is published.</param>
/// <param name="Code">Its name in addresses, unique in the edition.</param>
public sealed record PlannedSession(Guid Id, string Code, SessionFacts Facts)
{
    /// <summary>The draft's own number when this was last touched: whoever read an older one has not seen all.</summary>
    public int Revision { get; init; }

    public bool IsPlaced => Facts.LocalStart is not null;

    public static PlannedSession New(SessionFacts facts) => new(Guid.CreateVersion7(), Session.NewCode(), facts);

    /// <summary>As it would stand in the programme. It must have a time.</summary>
    public Session In(Edition edition)
    {
        Session session = new(edition.Id, Id, Code);
        session.Take(Facts, edition);
        return session;
    }

    /// <param name="timeZone">IANA zone of the edition.</param>
    /// <returns>UTC; null while nobody has placed it.</returns>
    internal (DateTime StartsAt, DateTime EndsAt)? TimeIn(string timeZone)
    {
        if (Facts.LocalStart is not { } wall)
        {
            return null;
        }

        var start = WallClock.Resolve(wall, timeZone).Earliest;
        return (start, start.AddMinutes(Facts.Minutes));
    }
}
