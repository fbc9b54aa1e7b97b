namespace Hub.Core.Events;

/// <summary>When a day takes place: what clocks there show, and the instants meant (one wall time may be two instants).</summary>
public sealed record EditionTimes
{
    /// <summary>Days between the day and a session of its programme.</summary>
    public const int FarthestSession = 14;

    /// <param name="timeZone">IANA zone of the place.</param>
    /// <param name="localStart">Wall time, to the minute.</param>
    /// <param name="startsAt">UTC.</param>
    /// <exception cref="ArgumentException">It ends before it starts, or lasts longer than a fortnight.</exception>
    public EditionTimes(string timeZone, DateTime localStart, DateTime localEnd, DateTime startsAt, DateTime endsAt)
    {
        if (endsAt <= startsAt || endsAt - startsAt > TimeSpan.FromDays(14))
        {
            throw new ArgumentException("A day ends after it starts, within a fortnight.", nameof(endsAt));
        }

        (TimeZone, LocalStart, LocalEnd, StartsAt, EndsAt) = (timeZone, localStart, localEnd, startsAt, endsAt);
    }

    public string TimeZone { get; }

    public DateTime LocalStart { get; }

    public DateTime LocalEnd { get; }

    public DateTime StartsAt { get; }

    public DateTime EndsAt { get; }

    /// <summary>A session may begin here: the evening before, or a visit in the week after, is still part of the day.</summary>
    /// <param name="instant">UTC.</param>
    public bool Reaches(DateTime instant) => instant >= StartsAt.AddDays(-FarthestSession) && instant <= EndsAt.AddDays(FarthestSession);
}

/// <summary>When people may register, UTC.</summary>
/// <param name="OpensAt">Null: from the announcement on.</param>
/// <param name="ClosesAt">Null: until the day starts.</param>
public sealed record RegistrationWindow(DateTime? OpensAt, DateTime? ClosesAt);
