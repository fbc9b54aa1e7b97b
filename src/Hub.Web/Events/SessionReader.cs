using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Reads the form of a session, and says beside its fields what is wrong with them.</summary>
public sealed class SessionReader(ModelStateDictionary errors, IStringLocalizer texts, string zone)
{
    public const int ShortestMinutes = ProgrammePlan.ShortestMinutes;

    public const int LongestMinutes = ProgrammePlan.LongestMinutes;

    /// <summary>What is spoken on French stages: the languages of the country, its regions and its neighbours.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["fr", "en", "br", "ca", "co", "de", "es", "eu", "it", "nl", "oc", "pt"];

    /// <returns>Null when an error was added.</returns>
    public SessionFacts? Read(SessionInput input)
    {
        LineReader lines = new(errors, texts, "Input");
        var start = new WallTimeReader(errors, texts, zone) { TakesFirst = true }.Read(input.Start, "Input.Start", isRequired: false);
        SessionFacts facts = new(
            input.Kind ?? default, lines.Line(nameof(input.Title), input.Title, EditionFacts.LineLength, isRequired: true) ?? "", input.RoomId, start?.Wall,
            lines.Number(nameof(input.Minutes), input.Minutes, ShortestMinutes, LongestMinutes),
            lines.Text(nameof(input.Speakers), input.Speakers, EditionFacts.TextLength), lines.Text(nameof(input.Abstract), input.Abstract, EditionFacts.TextLength))
        {
            EnglishTitle = lines.Line(nameof(input.EnglishTitle), input.EnglishTitle, EditionFacts.LineLength, isRequired: false),
            EnglishAbstract = lines.Text(nameof(input.EnglishAbstract), input.EnglishAbstract, EditionFacts.TextLength),
            Moderators = lines.Text(nameof(input.Moderators), input.Moderators, EditionFacts.TextLength),
            Language = Languages.Contains(input.Language) && input.Language != Languages[0] ? input.Language : null,
            Level = input.Level,
            ThemeCode = input.ThemeCode,
            Places = string.IsNullOrWhiteSpace(input.Places) ? null : lines.Number(nameof(input.Places), input.Places, 1, 100_000),
            Attendance = input.Attendance,
            IsRecorded = input.IsRecorded,
            IsCaptioned = input.IsCaptioned,
            Needs = lines.Text(nameof(input.Needs), input.Needs, SessionFacts.NeedsLength),
            Materials = lines.Text(nameof(input.Materials), input.Materials, EditionFacts.TextLength),
        };
        if (input.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            lines.Refuse(nameof(input.Kind), texts["ChooseOne"]);
        }

        if (SessionMaterial.FirstWrongLine(facts.Materials) is { } wrong)
        {
            lines.Refuse(nameof(input.Materials), texts["MaterialWrong", wrong]);
        }

        return errors.IsValid ? facts : null;
    }
}
