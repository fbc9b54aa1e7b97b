namespace Hub.Core.Calendars;

/// <summary>One VEVENT (RFC 5545, section 3.6.1). Texts are plain; they are escaped when written.</summary>
public sealed record CalendarEntry
{
    /// <summary>Unique in the world and the same for the life of the object (RFC 7986, section 5.3): "evt-guid@host".</summary>
    public required string Uid { get; init; }

    /// <summary>Rises with each change of time, place or status; never falls (RFC 5545, section 3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>UTC; also DTSTAMP in a feed, so that a feed without changes keeps its octets.</summary>
    public required DateTime LastModified { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? CreatedAt { get; init; }

    /// <summary>UTC. The instant is the truth; the time on the wall is worked out from it.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>UTC, after the start; not included in the entry (RFC 5545, section 3.8.2.2).</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>IANA id. A zone that is not among <see cref="FrenchTimeZones.All"/> is written as UTC.</summary>
    public required string TimeZone { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    public string? Location { get; init; }

    public Uri? Url { get; init; }

    public CalendarStatus Status { get; init; }

    /// <summary>Whether the reader counts as busy (RFC 5545, section 3.8.2.7). A cancelled entry never does.</summary>
    public bool BlocksTime { get; init; } = true;

    /// <summary>Written in mails only.</summary>
    public CalendarPerson? Organizer { get; init; }

    /// <summary>Written in mails only: nobody's name leaves by a feed.</summary>
    public CalendarAttendee? Attendee { get; init; }
}
