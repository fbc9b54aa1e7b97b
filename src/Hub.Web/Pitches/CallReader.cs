using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Pitches;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>Reads the form of a call, and says beside each field what is wrong with it.</summary>
internal sealed class CallReader(ModelStateDictionary errors, IStringLocalizer<PitchTexts> texts, EditCallInput input)
{
    private const int MostQuestions = 20;
    private const int MostCriteria = 12;
    private const int MostOfOne = 20;
    private const int MostWeight = 100;

    public CallFacts Facts => new(input.Title!.Trim(), input.TimeZone!)
    {
        EnglishTitle = Text(input.EnglishTitle),
        Introduction = Text(input.Introduction),
        EnglishIntroduction = Text(input.EnglishIntroduction),
        Eligibility = Text(input.Eligibility),
        EnglishEligibility = Text(input.EnglishEligibility),
    };

    /// <returns>What makes sense only without errors.</returns>
    public ContestTerms Terms(ScoringGrid scale)
    {
        if (!FrenchTimeZones.All.Contains(input.TimeZone))
        {
            Refuse(nameof(input.TimeZone), "ZoneWrong");
            return new(default, default, ApplicationForm.Empty, ScoringGrid.Empty);
        }

        var opens = Instant(nameof(input.Opens), input.Opens, w => w.Earliest);
        var closes = Instant(nameof(input.Closes), input.Closes, w => w.Latest);
        if (opens >= closes && closes != default)
        {
            Refuse(nameof(input.Closes), "ClosesBeforeOpening");
        }

        List<FormField> fields = [.. input.Questions.Index().Where(q => !string.IsNullOrWhiteSpace(q.Item.Label)).Select(q => Question(q.Item, q.Index))];
        List<Criterion> criteria = [.. input.Criteria.Index().Where(c => !string.IsNullOrWhiteSpace(c.Item.Name)).Select(c => Criterion(c.Item, c.Index, scale))];
        if (fields.Count is 0 or > MostQuestions)
        {
            errors.AddModelError("", texts["QuestionsWrong", MostQuestions]);
        }

        if (criteria.Count > MostCriteria)
        {
            errors.AddModelError("", texts["CriteriaWrong", MostCriteria]);
        }

        int? most = string.IsNullOrWhiteSpace(input.MostPerOrganisation) ? null : Number(nameof(input.MostPerOrganisation), input.MostPerOrganisation, MostOfOne);
        return new(opens, closes, new(fields), scale with { Criteria = criteria }, most);
    }

    /// <param name="meant">Of two instants with one wall time.</param>
    public DateTime Instant(string field, string? typed, Func<WallTime, DateTime> meant)
    {
        if (!DateTime.TryParseExact(typed, [CallForms.Wall, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) || wall.Year is < 2000 or > 2099)
        {
            Refuse(field, "MomentMissing");
            return default;
        }

        var found = WallClock.Resolve(wall, input.TimeZone!);
        if (found.Gap is not null)
        {
            Refuse(field, "MomentInGap");
            return default;
        }

        return meant(found);
    }

    private FormField Question(QuestionInput question, int index)
    {
        var choices = (question.Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (question.Kind is FieldKind.Choice && choices.Length < 2)
        {
            Refuse($"Questions[{index}].Choices", "ChoicesMissing");
        }

        return new(KeyOf(question.Key, index, input.Questions.Select(q => q.Key)), question.Kind, question.Label!.Trim(), Number($"Questions[{index}].MaxLength", question.MaxLength, question.Kind is FieldKind.Files ? Attachment.MostOfQuestion : Application.MostKept), question.IsRequired)
        {
            EnglishLabel = Text(question.EnglishLabel),
            Help = Text(question.Help),
            Choices = question.Kind is FieldKind.Choice ? choices : [],
        };
    }

    private Criterion Criterion(CriterionInput criterion, int index, ScoringGrid scale)
    {
        var isWeight = decimal.TryParse(criterion.Weight?.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0 and <= MostWeight;
        if (!isWeight)
        {
            Refuse($"Criteria[{index}].Weight", "WeightWrong");
        }

        return new(KeyOf(criterion.Key, index, input.Criteria.Select(c => c.Key)), criterion.Name!.Trim(), isWeight ? weight : 1)
        {
            EnglishName = Text(criterion.EnglishName),
            Anchors = [.. (criterion.Anchors ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => Anchor(l, index, scale)).OfType<Anchor>()],
        };
    }

    private Anchor? Anchor(string line, int index, ScoringGrid scale)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && decimal.TryParse(line[..colon].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mark) && scale.Accepts(mark))
        {
            return new(mark, line[(colon + 1)..].Trim());
        }

        Refuse($"Criteria[{index}].Anchors", "AnchorWrong");
        return null;
    }

    private int Number(string field, string? typed, int most)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        errors.AddModelError($"Input.{field}", texts["NumberWrong", Spoken.Number(most)]);
        return 1;
    }

    /// <summary>Names what has none yet, by its words.</summary>
    private static string KeyOf(string? key, int index, IEnumerable<string?> taken) =>
        !string.IsNullOrEmpty(key) && Slugs.Of(key, 40) == key ? key : Enumerable.Range(index + 1, 100).Select(n => $"q{n}").First(k => !taken.Contains(k));

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n").Trim();

    private void Refuse(string field, string key) => errors.AddModelError($"Input.{field}", texts[key]);
}
