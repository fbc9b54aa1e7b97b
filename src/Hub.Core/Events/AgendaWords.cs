namespace Hub.Core.Events;

/// <summary>A filter of the agenda as it was asked for, not yet understood; null is what was not asked.</summary>
/// <param name="Region">INSEE code.</param>
/// <param name="Theme">Code of a theme.</param>
/// <param name="Period">Name of an <see cref="AgendaPeriod"/>.</param>
public sealed record AgendaWords(string? Region, string? Theme, string? Format, string? Organisation, string? Period, string? Text)
{
    public const string RegionName = "region";
    public const string ThemeName = "theme";
    public const string FormatName = "format";
    public const string OrganisationName = "organisation";
    public const string PeriodName = "periode";
    public const string TextName = "texte";
}
