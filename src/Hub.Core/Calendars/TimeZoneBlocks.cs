namespace Hub.Core.Calendars;

/// <summary>
/// VTIMEZONE (RFC 5545, section 3.6.5), written by hand: yearly rules and never lists of dates, which Outlook ignores;
/// "last Sunday" and never "fourth", which some Octobers tell apart.
/// </summary>
internal static class TimeZoneBlocks
{
    private static readonly Dictionary<string, string[]> Blocks = new(StringComparer.Ordinal)
    {
        [FrenchTimeZones.Paris] =
        [
            .. Observance("DAYLIGHT", "19810329T020000", "+0100", "+0200", "CEST", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
            .. Observance("STANDARD", "19961027T030000", "+0200", "+0100", "CET", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
        ],

        // Changes its clocks on the dates of North America.
        ["America/Miquelon"] =
        [
            .. Observance("DAYLIGHT", "20070311T020000", "-0300", "-0200", "-02", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
            .. Observance("STANDARD", "20071104T020000", "-0200", "-0300", "-03", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
        ],
        ["America/Guadeloupe"] = Fixed("-0400", "AST"),
        ["America/Martinique"] = Fixed("-0400", "AST"),
        ["America/St_Barthelemy"] = Fixed("-0400", "AST"),
        ["America/Marigot"] = Fixed("-0400", "AST"),
        ["America/Cayenne"] = Fixed("-0300", "-03"),
        ["Indian/Reunion"] = Fixed("+0400", "+04"),
        ["Indian/Mayotte"] = Fixed("+0300", "EAT"),
        ["Indian/Kerguelen"] = Fixed("+0500", "+05"),
        ["Pacific/Noumea"] = Fixed("+1100", "+11"),
        ["Pacific/Wallis"] = Fixed("+1200", "+12"),
        ["Pacific/Tahiti"] = Fixed("-1000", "-10"),
        ["Pacific/Marquesas"] = Fixed("-0930", "-0930"),
        ["Pacific/Gambier"] = Fixed("-0900", "-09"),
    };

    public static bool Has(string zone) => Blocks.ContainsKey(zone);

    /// <exception cref="KeyNotFoundException">There is no block for this zone.</exception>
    public static void Write(ContentLines lines, string zone)
    {
        lines.Add("BEGIN:VTIMEZONE");
        lines.Add($"TZID:{zone}");
        foreach (var line in Blocks[zone])
        {
            lines.Add(line);
        }

        lines.Add("END:VTIMEZONE");
    }

    private static string[] Fixed(string offset, string name) => Observance("STANDARD", "19700101T000000", offset, offset, name, rule: null);

    private static string[] Observance(string kind, string start, string from, string to, string name, string? rule) =>
    [
        $"BEGIN:{kind}",
        $"DTSTART:{start}",
        $"TZOFFSETFROM:{from}",
        $"TZOFFSETTO:{to}",
        $"TZNAME:{name}",
        .. rule is null ? Array.Empty<string>() : [$"RRULE:{rule}"],
        $"END:{kind}",
    ];
}
