using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Events;

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

    public WallTimeInput Start { get; set; } = new();

    [Display(Name = "Field.Minutes")]
    public string? Minutes { get; set; }

    /// <summary>One person a line.</summary>
    [Display(Name = "Field.Speakers")]
    public string? Speakers { get; set; }

    [Display(Name = "Field.Abstract")]
    public string? Abstract { get; set; }

    [Display(Name = "Field.EnglishTitle")]
    public string? EnglishTitle { get; set; }

    [Display(Name = "Field.EnglishAbstract")]
    public string? EnglishAbstract { get; set; }

    public static SessionInput From(Session session, string zone) => new()
    {
        Kind = session.Kind,
        Title = session.Title,
        RoomId = session.RoomId,
        Start = WallTimeInput.From(session.StartsAt, zone),
        Minutes = session.Minutes.ToString(CultureInfo.InvariantCulture),
        Speakers = session.Speakers,
        Abstract = session.Abstract,
        EnglishTitle = session.EnglishTitle,
        EnglishAbstract = session.EnglishAbstract,
    };

    /// <summary>What follows the last session, as far as one can guess.</summary>
    /// <param name="after">UTC.</param>
    public static SessionInput After(DateTime after, string zone) => new()
    {
        Start = WallTimeInput.From(after, zone),
        Minutes = "45",
    };
}
