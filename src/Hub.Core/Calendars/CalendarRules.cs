namespace Hub.Core.Calendars;

/// <summary>What readers refuse, or take for something else: better refused here.</summary>
internal static class CalendarRules
{
    /// <exception cref="ArgumentException">A rule is broken; the message says which.</exception>
    public static void Check(Calendar calendar)
    {
        (bool IsMet, string Message)[] rules =
        [
            (calendar.Entries.All(e => !string.IsNullOrWhiteSpace(e.Uid)), "An entry has no UID."),
            (calendar.Entries.DistinctBy(e => e.Uid).Count() == calendar.Entries.Count, "Two entries have the same UID."),
            (calendar.Entries.All(e => e.EndsAt > e.StartsAt), "An entry does not end after it starts."),
            (calendar.Entries.All(e => e is { StartsAt.Kind: DateTimeKind.Utc, EndsAt.Kind: DateTimeKind.Utc }), "An entry has a time that is not in UTC."),
            (calendar.Entries.All(e => e.Sequence >= 0), "An entry has a sequence below zero."),
            (calendar.RefreshInterval is not { TotalMinutes: < 1 }, "The refresh interval is below a minute."),
            .. calendar.Method == CalendarMethod.None ? OfStream(calendar) : OfMessage(calendar),
        ];

        if (rules.FirstOrDefault(r => !r.IsMet).Message is { } message)
        {
            throw new ArgumentException(message, nameof(calendar));
        }
    }

    private static (bool IsMet, string Message)[] OfStream(Calendar calendar) =>
    [
        (calendar.MessageCreatedAt is null, "Only a mail has a time of creation: a feed would change at each fetch."),
    ];

    /// <summary>RFC 5546, sections 3.2.2 and 3.2.5.</summary>
    private static (bool IsMet, string Message)[] OfMessage(Calendar calendar) =>
    [
        (calendar.MessageCreatedAt is not null, "A mail needs its time of creation."),
        (calendar.Entries is [{ Organizer: not null, Attendee: not null }], "A mail needs one entry, with organizer and attendee."),
        (calendar.Entries.All(e => e.Status == CalendarStatus.Cancelled == (calendar.Method == CalendarMethod.Cancel)),
            "The method and the status disagree on whether the entry is cancelled."),
    ];
}
