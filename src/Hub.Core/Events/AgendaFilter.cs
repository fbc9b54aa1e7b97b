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

    private AgendaFilter() { }

    /// <summary>All of the agenda.</summary>
    public static AgendaFilter None { get; } = new();

    public Region? Region { get; private init; }

    public EditionFormat? Format { get; private init; }

    public Guid? OrganisationId { get; private init; }

    /// <summary>Words that all occur in the title, the place, the host or the region.</summary>
    public string? Text { get; private init; }

    /// <summary>The word for a format in addresses and in open data.</summary>
    public static string NameOf(EditionFormat format) => Formats.First(f => f.Value == format).Key;

    /// <summary>Empty text asks for nothing, as an empty field of a form does.</summary>
    /// <param name="region">INSEE code.</param>
    /// <param name="wrong">The parameter nobody can make sense of, by its name in addresses.</param>
    public static bool TryRead(
        string? region, string? format, string? organisation, string? text, out AgendaFilter filter, [NotNullWhen(false)] out string? wrong)
    {
        var organisationId = Guid.Empty;
        var chosenFormat = EditionFormat.OnSite;
        var chosenRegion = Region.Find(region ?? "");
        wrong = (region, format, organisation, text) switch
        {
            ({ Length: > 0 }, _, _, _) when chosenRegion is null => "region",
            (_, { Length: > 0 }, _, _) when !Formats.TryGetValue(format, out chosenFormat) => "format",
            (_, _, { Length: > 0 }, _) when !Guid.TryParse(organisation, out organisationId) => "organisation",
            (_, _, _, { Length: > TextLength }) => "texte",
            _ when text.AsSpan().IndexOfAny('\0', '\uFFFE') >= 0 => "texte",
            _ => null,
        };
        filter = wrong is not null ? None : new()
        {
            Region = chosenRegion,
            Format = string.IsNullOrEmpty(format) ? null : chosenFormat,
            OrganisationId = string.IsNullOrEmpty(organisation) ? null : organisationId,
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        };
        return wrong is null;
    }

    public IQueryable<Edition> Apply(IQueryable<Edition> editions)
    {
        var code = Region?.Code;
        editions = code is null ? editions : editions.Where(e => e.RegionCode == code);
        editions = Format is null ? editions : editions.Where(e => e.Format == Format);
        editions = OrganisationId is null ? editions : editions.Where(e => e.OrganisationId == OrganisationId);
        return Folding.Words(Text).Aggregate(editions, (found, word) => found.Where(e => e.SearchText.Contains(word)));
    }

    /// <summary>The same filter as an address carries it, always in the same order: empty, or from the question mark on.</summary>
    public string ToQuery()
    {
        (string Name, string? Value)[] parts =
        [
            ("region", Region?.Code), ("format", Format is { } format ? NameOf(format) : null), ("organisation", OrganisationId?.ToString()), ("texte", Text),
        ];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "" : $"?{query}";
    }
}
