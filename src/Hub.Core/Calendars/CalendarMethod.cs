namespace Hub.Core.Calendars;

/// <summary>What a mail asks of the reader's calendar (RFC 5546, section 3.2).</summary>
public enum CalendarMethod
{
    /// <summary>A feed or a file: METHOD is left out.</summary>
    None,

    /// <summary>Adds the entry, or replaces it when its sequence is higher.</summary>
    Request,

    /// <summary>Takes the entry out; its status must say so too.</summary>
    Cancel,
}
