using System.Globalization;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Programmes;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>What the organiser says of a type that nobody knows.</summary>
public sealed class ImportedKindInput
{
    public string? Type { get; set; }

    public SessionKind? Kind { get; set; }
}

/// <summary>Problems of a file in the reader's language.</summary>
public static class ImportProblemWords
{
    private const int TalkLength = 80;

    extension(IStringLocalizer<ImportTexts> texts)
    {
        /// <summary>Where it is: a line, a session, or the file itself.</summary>
        public string PlaceOf(ImportProblem problem) => problem.Place switch
        {
            { Line: { } line, Talk: { } talk } => texts["ImportPlaceLineTalk", line, Cut(talk)],
            { Line: { } line } => texts["ImportPlaceLine", line],
            { Talk: { } talk } => texts["ImportPlaceTalk", Cut(talk)],
            _ => texts["ImportPlaceFile"],
        };

        public string WordsOf(ImportProblem problem) => problem.Kind switch
        {
            ImportProblemKind.DurationWrong => texts["ImportProblemKind.DurationWrong", ProgrammePlan.ShortestMinutes, ProgrammePlan.LongestMinutes / 60],
            var kind => texts[$"ImportProblemKind.{kind}", kind switch
            {
                ImportProblemKind.TooManySessions => Spoken.Number(ProgrammePlan.MaxSessions),
                ImportProblemKind.TooManyRooms => Spoken.Number(ProgrammePlan.MaxRooms),
                ImportProblemKind.TooLarge => Spoken.Number(ProgrammeFile.MostBytes / 1_000_000),
                ImportProblemKind.ArchiveTooLarge => Spoken.Number(ProgrammeFile.MostUnpacked / 1_000_000),
                ImportProblemKind.TitleTooLong or ImportProblemKind.TextTooLong or ImportProblemKind.PeopleTooLong => Spoken.Number(int.Parse(problem.Detail, CultureInfo.InvariantCulture)),
                ImportProblemKind.TooFar => Spoken.ShortDate(DateOnly.ParseExact(problem.Detail, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ImportProblemKind.StartRepeated => Spoken.Hour(TimeOnly.ParseExact(problem.Detail, "HH:mm", CultureInfo.InvariantCulture)),
                _ => Cut(problem.Detail),
            }],
        };
    }

    private static string Cut(string words) => words.Length > TalkLength ? $"{words[..TalkLength]}…" : words;
}
