using System.Diagnostics.CodeAnalysis;
using Hub.Core.Languages;
using Hub.Core.Territories;

namespace Hub.Core.Events;

/// <summary>Which days of the agenda somebody asks for. Pages, calendars and open data understand the same words.</summary>
public sealed record AgendaFilter
{
    public const int TextLength = 100;

    private static readonly Dictionary<string, EditionFormat> Formats = new(StringComparer.Ordinal)
    {
        ["on-site"] = EditionFormat.OnSite,
        ["hybrid"] = EditionFormat.Hybrid,
        ["remote"] = EditionFormat.Remote,
    };

    /// <summary>All of the agenda.</summary>
    public static AgendaFilter None { get; } = new();

    public Region? Region { get; init; }

    /// <summary>Code of a <see cref="Theme"/>.</summary>
    public string? ThemeCode { get; init; }

    public EditionFormat? Format { get; init; }

    public Guid? OrganisationId { get; init; }

    public AgendaPeriod? Period { get; init; }

    /// <summary>Words that all occur in the title, the place, the host or the region.</summary>
    public string? Text { get; init; }

    /// <summary>The word for a format in addresses and in open data.</summary>
    public static string NameOf(EditionFormat format) => Formats.First(f => f.Value == format).Key;

    /// <summary>Empty text asks for nothing, as an empty field of a form does.</summary>
    /// <param name="today">In Paris.</param>
    /// <param name="themes">Codes of those there are.</param>
    /// <param name="wrong">The parameter nobody can make sense of, by its name in addresses.</param>
    public static bool TryRead(AgendaWords words, DateTime today, IEnumerable<string> themes, out AgendaFilter filter, [NotNullWhen(false)] out string? wrong)
    {
        var organisation = Guid.Empty;
        var format = EditionFormat.OnSite;
        var region = Region.Find(words.Region ?? "");
        var period = AgendaPeriod.Find(words.Period ?? "", today);
        wrong = words switch
        {
            { Region.Length: > 0 } when region is null => AgendaWords.RegionName,
            { Theme.Length: > 0 } when !themes.Contains(words.Theme, StringComparer.Ordinal) => AgendaWords.ThemeName,
            { Format.Length: > 0 } when !Formats.TryGetValue(words.Format, out format) => AgendaWords.FormatName,
            { Organisation.Length: > 0 } when !Guid.TryParse(words.Organisation, out organisation) => AgendaWords.OrganisationName,
            { Period.Length: > 0 } when period is null => AgendaWords.PeriodName,
            { Text.Length: > TextLength } => AgendaWords.TextName,
            _ when words.Text.AsSpan().IndexOfAny('\0', '\uFFFE') >= 0 => AgendaWords.TextName,
            _ => null,
        };
        filter = wrong is not null ? None : new()
        {
            Region = region,
            ThemeCode = string.IsNullOrEmpty(words.Theme) ? null : words.Theme,
            Format = string.IsNullOrEmpty(words.Format) ? null : format,
            OrganisationId = string.IsNullOrEmpty(words.Organisation) ? null : organisation,
            Period = period,
            Text = string.IsNullOrWhiteSpace(words.Text) ? null : words.Text.Trim(),
        };
        return wrong is null;
    }

    public IQueryable<Edition> Apply(IQueryable<Edition> editions)
    {
        var code = Region?.Code;
        editions = code is null ? editions : editions.Where(e => e.RegionCode == code);
        editions = ThemeCode is null ? editions : editions.Where(e => e.ThemeCode == ThemeCode);
        editions = Format is null ? editions : editions.Where(e => e.Format == Format);
        editions = OrganisationId is null ? editions : editions.Where(e => e.OrganisationId == OrganisationId);
        editions = Period is null ? editions : editions.During(Period);
        return Folding.Words(Text).Aggregate(editions, (found, word) => found.Where(e => e.SearchText.Contains(word)));
    }

    /// <summary>The same filter as an address carries it, always in the same order: empty, or from the question mark on.</summary>
    public string ToQuery()
    {
        var query = string.Join('&', Parts.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }

    /// <summary>What is asked for, by the names of addresses.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts
    {
        get
        {
            (string Name, string? Value)[] parts =
            [
                (AgendaWords.RegionName, Region?.Code), (AgendaWords.ThemeName, ThemeCode), (AgendaWords.FormatName, Format is { } format ? NameOf(format) : null),
                (AgendaWords.OrganisationName, OrganisationId?.ToString()), (AgendaWords.PeriodName, Period?.Name), (AgendaWords.TextName, Text),
            ];
            return parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!));
        }
    }
}
