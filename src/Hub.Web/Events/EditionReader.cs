using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>What a form says of a day, ready for the domain.</summary>
public sealed record EditionDraft(EditionFacts Facts, EditionTimes Times, RegistrationWindow Window, int Capacity);

/// <summary>Makes sense of an <see cref="EditionInput"/>, or says beside each field why it cannot.</summary>
/// <param name="themes">Those a day may take.</param>
public sealed class EditionReader(ModelStateDictionary errors, IStringLocalizer texts, IReadOnlyList<Theme> themes)
{
    private const string Prefix = "Input";
    public const int MaxCapacity = 100_000;

    private readonly LineReader lines = new(errors, texts, Prefix);

    /// <param name="isNew">The seats of a known day are changed elsewhere, where one sees what that does.</param>
    /// <returns>Null when an error was added.</returns>
    public EditionDraft? Read(EditionInput input, bool isNew)
    {
        var facts = Facts(input);
        var capacity = isNew ? lines.Number(nameof(input.Capacity), input.Capacity, 1, MaxCapacity) : 0;
        var zone = input.TimeZone ?? Region.Find(input.RegionCode ?? "")?.TimeZone ?? FrenchTimeZones.Paris;
        if (!FrenchTimeZones.All.Contains(zone))
        {
            lines.Refuse(nameof(input.TimeZone), texts["Missing"]);
            return null;
        }

        WallTimeReader clock = new(errors, texts, zone);
        var start = clock.Read(input.Start, $"{Prefix}.Start", isRequired: true);
        var end = clock.Read(input.End, $"{Prefix}.End", isRequired: true);
        RegistrationWindow window = new(
            clock.Read(input.Opens, $"{Prefix}.Opens", isRequired: false)?.Instant,
            clock.Read(input.Closes, $"{Prefix}.Closes", isRequired: false)?.Instant);
        if (start is not null && end is not null && (end.Instant <= start.Instant || end.Instant - start.Instant > TimeSpan.FromDays(14)))
        {
            lines.Refuse("End.Date", texts["EndWrong"]);
        }

        if (window.ClosesAt <= window.OpensAt)
        {
            lines.Refuse("Closes.Date", texts["WindowWrong"]);
        }

        return errors.IsValid ? new(facts!, new(zone, start!.Wall, end!.Wall, start.Instant, end.Instant), window, capacity) : null;
    }

    private EditionFacts? Facts(EditionInput input)
    {
        var isThere = input.Format is EditionFormat.OnSite or EditionFormat.Hybrid;
        var isFar = input.Format is EditionFormat.Remote or EditionFormat.Hybrid;
        var title = lines.Line(nameof(input.Title), input.Title, EditionFacts.LineLength, isRequired: true);
        var tagline = lines.Line(nameof(input.Tagline), input.Tagline, EditionFacts.LineLength, isRequired: false);
        var host = lines.Line(nameof(input.Host), input.Host, EditionFacts.LineLength, isRequired: true);
        var venue = lines.Line(nameof(input.VenueName), input.VenueName, EditionFacts.LineLength, isThere);
        var address = lines.Line(nameof(input.VenueAddress), input.VenueAddress, EditionFacts.LineLength, isThere);
        var access = lines.Text(nameof(input.Access), input.Access, EditionFacts.TextLength);
        var link = lines.Link(nameof(input.RemoteLink), input.RemoteLink, EditionFacts.TextLength, isFar);
        var description = lines.Text(nameof(input.Description), input.Description, EditionFacts.DescriptionLength);
        var contact = lines.Address(nameof(input.Contact), input.Contact, EditionFacts.LineLength);
        var format = Known(nameof(input.Format), input.Format);
        var englishTitle = lines.Line(nameof(input.EnglishTitle), input.EnglishTitle, EditionFacts.LineLength, isRequired: false);
        var englishTagline = lines.Line(nameof(input.EnglishTagline), input.EnglishTagline, EditionFacts.LineLength, isRequired: false);
        var englishDescription = lines.Text(nameof(input.EnglishDescription), input.EnglishDescription, EditionFacts.DescriptionLength);
        if (themes.All(t => t.Code != input.Theme))
        {
            lines.Refuse(nameof(input.Theme), texts["ChooseOne"]);
        }

        if (Region.Find(input.RegionCode ?? "") is null)
        {
            lines.Refuse(nameof(input.RegionCode), texts["ChooseOne"]);
        }

        return errors.IsValid
            ? new(title!, tagline, input.Theme!, input.RegionCode!, host!, format, venue, address, access, link, description, contact!)
            {
                EnglishTitle = englishTitle,
                EnglishTagline = englishTagline,
                EnglishDescription = englishDescription,
            }
            : null;
    }

    private T Known<T>(string field, T? value)
        where T : struct, Enum
    {
        if (value is { } known && Enum.IsDefined(known))
        {
            return known;
        }

        lines.Refuse(field, texts["ChooseOne"]);
        return default;
    }
}
