using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>Between a call and the form that shows it.</summary>
internal static class CallForms
{
    public const string Wall = "yyyy-MM-dd'T'HH:mm";

    /// <summary>What a form offers beyond what is there.</summary>
    private const int BlankRows = 2;

    /// <summary>A call that most days can use as it stands: a fortnight, from tomorrow morning.</summary>
    public static EditCallInput New(IStringLocalizer<PitchTexts> texts, string zone, DateTime now)
    {
        var today = WallClock.ToWall(now, zone).Date;
        return new()
        {
            TimeZone = zone,
            Opens = today.AddDays(1).AddHours(9).ToString(Wall, CultureInfo.InvariantCulture),
            Closes = today.AddDays(15).AddHours(12).ToString(Wall, CultureInfo.InvariantCulture),
            Questions = [Question("title", FieldKind.Line, 90), Question("summary", FieldKind.Line, 240), Question("description", FieldKind.Text, 2000), Question("reuse", FieldKind.Text, 1000), Question("link", FieldKind.Link, 300, isRequired: false), .. Blank<QuestionInput>()],
            Criteria = [Criterion("use", "3"), Criterion("proof", "2"), Criterion("clarity", "1"), .. Blank<CriterionInput>()],
        };

        QuestionInput Question(string key, FieldKind kind, int length, bool isRequired = true) => new()
        {
            Key = key,
            Label = texts[$"Default.{key}"],
            EnglishLabel = texts[$"Default.{key}.en"],
            Kind = kind,
            MaxLength = length.ToString(CultureInfo.InvariantCulture),
            IsRequired = isRequired,
        };

        CriterionInput Criterion(string key, string weight) => new()
        {
            Key = key,
            Name = texts[$"Default.{key}"],
            EnglishName = texts[$"Default.{key}.en"],
            Weight = weight,
            Anchors = texts[$"Default.{key}.anchors"],
        };
    }

    public static EditCallInput Of(CallForPitches call, Contest contest) => new()
    {
        Title = call.Title,
        EnglishTitle = call.EnglishTitle,
        Introduction = call.Introduction,
        EnglishIntroduction = call.EnglishIntroduction,
        Eligibility = call.Eligibility,
        EnglishEligibility = call.EnglishEligibility,
        TimeZone = call.TimeZone,
        Opens = WallClock.ToWall(contest.OpensAt, call.TimeZone).ToString(Wall, CultureInfo.InvariantCulture),
        Closes = WallClock.ToWall(contest.ClosesAt, call.TimeZone).ToString(Wall, CultureInfo.InvariantCulture),
        MostPerOrganisation = contest.MostPerOrganisation?.ToString(CultureInfo.InvariantCulture),
        Questions = [.. contest.Form.Fields.Select(Of), .. Blank<QuestionInput>()],
        Criteria = [.. contest.Grid.Criteria.Select(Of), .. Blank<CriterionInput>()],
    };

    private static QuestionInput Of(FormField field) => new()
    {
        Key = field.Key,
        Label = field.Label,
        EnglishLabel = field.EnglishLabel,
        Help = field.Help,
        Kind = field.Kind,
        MaxLength = field.MaxLength.ToString(CultureInfo.InvariantCulture),
        IsRequired = field.IsRequired,
        Choices = string.Join('\n', field.Choices),
    };

    private static CriterionInput Of(Criterion criterion) => new()
    {
        Key = criterion.Key,
        Name = criterion.Name,
        EnglishName = criterion.EnglishName,
        Weight = criterion.Weight.ToString("0.##", CultureInfo.CurrentCulture),
        Anchors = string.Join('\n', criterion.Anchors.Select(a => $"{a.Mark.ToString("0.##", CultureInfo.CurrentCulture)} : {a.Words}")),
    };

    private static IEnumerable<T> Blank<T>() where T : new() => Enumerable.Range(0, BlankRows).Select(_ => new T());
}
