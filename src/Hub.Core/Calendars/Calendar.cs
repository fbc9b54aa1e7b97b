namespace Hub.Core.Calendars;

/// <summary>One iCalendar stream (RFC 5545, section 3.4): a feed, a file to download, or the part of a mail.</summary>
public sealed record Calendar(IReadOnlyList<CalendarEntry> Entries)
{
    /// <summary>Title a reader's calendar list shows (RFC 7986, section 5.1). Left out of a single file and of mails.</summary>
    public string? Name { get; init; }

    /// <summary>How long a subscriber may wait before fetching again (RFC 7986, section 5.7). Only feeds have one.</summary>
    public TimeSpan? RefreshInterval { get; init; }

    /// <summary>Where this very stream is fetched again (RFC 7986, section 5.8).</summary>
    public Uri? Source { get; init; }

    /// <summary>The page for people that shows the same entries (RFC 7986, section 5.5).</summary>
    public Uri? Url { get; init; }

    /// <summary>None in feeds and files; a mail needs one, one entry, an organizer and an attendee.</summary>
    public CalendarMethod Method { get; init; }

    /// <summary>When the mail was made, UTC: DTSTAMP where there is a method (RFC 5545, section 3.8.7.2).</summary>
    public DateTime? MessageCreatedAt { get; init; }
}
