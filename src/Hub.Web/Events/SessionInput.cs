using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>The form of a session, as typed.</summary>
public sealed class SessionInput
{
    [Display(Name = "Field.Kind")]
    public SessionKind? Kind { get; set; }

    [Display(Name = "Field.Title")]
    public string? Title { get; set; }

    /// <summary>Null: all rooms.</summary>
    [Display(Name = "Field.RoomId")]
    public Guid? RoomId { get; set; }

    /// <summary>Empty: not placed yet.</summary>
    public WallTimeInput Start { get; set; } = new();

    [Display(Name = "Field.Minutes")]
    public string? Minutes { get; set; }

    /// <summary>One person a line.</summary>
    [Display(Name = "Field.Speakers")]
    public string? Speakers { get; set; }

    [Display(Name = "Field.Moderators")]
    public string? Moderators { get; set; }

    [Display(Name = "Field.Abstract")]
    public string? Abstract { get; set; }

    [Display(Name = "Field.Language")]
    public string? Language { get; set; }

    [Display(Name = "Field.Level")]
    public SessionLevel? Level { get; set; }

    [Display(Name = "Field.SessionTheme")]
    public string? ThemeCode { get; set; }

    [Display(Name = "Field.Places")]
    public string? Places { get; set; }

    [Display(Name = "Field.Attendance")]
    public EditionFormat? Attendance { get; set; }

    [Display(Name = "Field.IsRecorded")]
    public bool IsRecorded { get; set; }

    [Display(Name = "Field.IsCaptioned")]
    public bool IsCaptioned { get; set; }

    [Display(Name = "Field.Needs")]
    public string? Needs { get; set; }

    [Display(Name = "Field.Materials")]
    public string? Materials { get; set; }

    [Display(Name = "Field.EnglishTitle")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "Field.EnglishAbstract")]
    public string? EnglishAbstract { get; set; }

    /// <summary>Of the session as it was read.</summary>
    public int? Revision { get; set; }

    public static SessionInput From(PlannedSession session, string zone)
    {
        var facts = session.Facts;
        return new()
        {
            Kind = facts.Kind,
            Title = facts.Title,
            RoomId = facts.RoomId,
            Start = WallTimeInput.From(facts.LocalStart is { } wall ? WallClock.Resolve(wall, zone).Earliest : null, zone),
            Minutes = facts.Minutes.ToString(CultureInfo.InvariantCulture),
            Speakers = facts.Speakers,
            Moderators = facts.Moderators,
            Abstract = facts.Abstract,
            Language = facts.Language,
            Level = facts.Level,
            ThemeCode = facts.ThemeCode,
            Places = facts.Places?.ToString(CultureInfo.InvariantCulture),
            Attendance = facts.Attendance,
            IsRecorded = facts.IsRecorded,
            IsCaptioned = facts.IsCaptioned,
            Needs = facts.Needs,
            Materials = facts.Materials,
            EnglishTitle = facts.EnglishTitle,
            EnglishAbstract = facts.EnglishAbstract,
            Revision = session.Revision,
        };
    }

    /// <summary>What follows the last session, as far as one can guess.</summary>
    /// <param name="after">UTC.</param>
    public static SessionInput After(DateTime after, string zone) => new()
    {
        Start = WallTimeInput.From(after, zone),
        Minutes = "45",
    };
}
