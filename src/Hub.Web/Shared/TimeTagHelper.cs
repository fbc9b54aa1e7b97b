using System.Globalization;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>What part of a moment to say.</summary>
public enum TimeShape
{
    DateAndHour,
    Date,
    Hour,
}

/// <summary>A moment in words, with the machine's form beside. Give an instant or a wall time, and the IANA zone it is told in.</summary>
[HtmlTargetElement("hub-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeTagHelper : TagHelper
{
    /// <summary>An instant, UTC.</summary>
    public DateTime? Utc { get; set; }

    /// <summary>A wall time of the zone.</summary>
    public DateTime? Wall { get; set; }

    public string Zone { get; set; } = "Europe/Paris";

    public TimeShape Shape { get; set; }

    /// <summary>Adds « , heure de Paris ».</summary>
    public bool NameZone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var wall = Wall ?? Spoken.WallTime(Utc ?? throw new InvalidOperationException("hub-time needs utc or wall."), Zone);
        var words = Shape switch
        {
            TimeShape.Date => Spoken.Date(wall),
            TimeShape.Hour => Spoken.Hour(wall),
            _ => Spoken.DateAndHour(wall),
        };
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Machine(wall));
        output.Content.SetContent(NameZone ? $"{words}, {Spoken.Zone(Zone)}" : words);
    }

    private string Machine(DateTime wall)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var offset = Utc is { } utc ? zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) : zone.GetUtcOffset(wall);
        return Shape == TimeShape.Date
            ? wall.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), offset).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
    }
}
