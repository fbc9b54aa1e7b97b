using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Hub.Core.Events;
using Hub.Core.Territories;

namespace Hub.Web.Events;

/// <summary>
/// A day and a session as search engines read them (schema.org, JSON-LD). The link to join remotely is nobody's to
/// publish: an online place is the page of the day.
/// </summary>
/// <param name="Page">The day's public page.</param>
/// <param name="Registration">Its form.</param>
/// <param name="Image">Its picture, or the hub's.</param>
public sealed record StructuredData(Edition Edition, EditionPhase Phase, string Organisation, Uri Page, Uri Registration, Uri Image)
{
    /// <summary>Signs that could end the element around it are escaped; accents are not.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public string OfDay()
    {
        var day = Thing(
            "Event",
            ("@id", Page.AbsoluteUri),
            ("name", Edition.Title),
            ("description", Edition.Tagline),
            ("url", Page.AbsoluteUri),
            ("image", Image.AbsoluteUri),
            ("inLanguage", "fr"),
            ("startDate", At(Edition.StartsAt)),
            ("endDate", At(Edition.EndsAt)),
            ("previousStartDate", Status is "EventRescheduled" ? At(Edition.PreviousStart!.Value) : null),
            ("eventStatus", Name(Status)),
            ("eventAttendanceMode", Name(Mode)),
            ("location", Places(Edition.VenueName)),
            ("organizer", Thing("Organization", ("name", Organisation), ("url", Page.GetLeftPart(UriPartial.Authority)))),
            ("isAccessibleForFree", true),
            ("offers", Offer()));
        return Write(day);
    }

    /// <param name="room">Null: everybody together.</param>
    /// <param name="page">Its own page.</param>
    public string OfSession(Session session, Room? room, Uri page) => Write(Thing(
        "Event",
        ("@id", page.AbsoluteUri),
        ("name", session.Title),
        ("url", page.AbsoluteUri),
        ("image", Image.AbsoluteUri),
        ("inLanguage", "fr"),
        ("startDate", At(session.StartsAt)),
        ("endDate", At(session.EndsAt)),
        ("eventStatus", Name(Status is "EventRescheduled" ? "EventScheduled" : Status)),
        ("eventAttendanceMode", Name(Mode)),
        ("location", Places(string.Join(", ", new[] { room?.Name, Edition.VenueName }.Where(n => !string.IsNullOrEmpty(n))))),
        ("performer", new JsonArray([.. session.SpeakerNames.Select(s => Thing("Person", ("name", s.Name), ("jobTitle", s.Function)))])),
        ("superEvent", Thing(
            "Event",
            ("@id", Page.AbsoluteUri),
            ("name", Edition.Title),
            ("url", Page.AbsoluteUri),
            ("startDate", At(Edition.StartsAt)),
            ("endDate", At(Edition.EndsAt)),
            ("location", Places(Edition.VenueName))))));

    private string Status => Edition.State switch
    {
        EditionState.Cancelled => "EventCancelled",
        EditionState.Postponed => "EventPostponed",
        _ when Edition.PreviousStart is { } before && before != Edition.StartsAt => "EventRescheduled",
        _ => "EventScheduled",
    };

    private string Mode => Edition.Format switch
    {
        EditionFormat.Remote => "OnlineEventAttendanceMode",
        EditionFormat.Hybrid => "MixedEventAttendanceMode",
        _ => "OfflineEventAttendanceMode",
    };

    private JsonNode Places(string? name)
    {
        var online = Thing("VirtualLocation", ("url", Page.AbsoluteUri));
        if (Edition.Format is EditionFormat.Remote)
        {
            return online;
        }

        var place = Thing(
            "Place",
            ("name", string.IsNullOrEmpty(name) ? Edition.Host : name),
            ("address", Thing(
                "PostalAddress",
                ("streetAddress", Edition.VenueAddress),
                ("addressRegion", Region.Find(Edition.RegionCode)?.Name),
                ("addressCountry", "FR"))));
        return Edition.Format is EditionFormat.Hybrid ? new JsonArray(place, online) : place;
    }

    /// <summary>None once nobody can come any more.</summary>
    private JsonObject? Offer() => Phase is EditionPhase.Announced or EditionPhase.RegistrationOpen or EditionPhase.RegistrationClosed
        ? Thing(
            "Offer",
            ("price", 0),
            ("priceCurrency", "EUR"),
            ("url", Registration.AbsoluteUri),
            ("availability", Name(Phase switch
            {
                EditionPhase.Announced => "PreOrder",
                EditionPhase.RegistrationOpen when !Edition.IsFull => "InStock",
                _ => "SoldOut",
            })),
            ("validFrom", Edition.RegistrationOpensAt is { } opens ? At(opens) : null),
            ("validThrough", Edition.RegistrationClosesAt is { } closes ? At(closes) : null))
        : null;

    private static string Name(string word) => $"https://schema.org/{word}";

    private static JsonObject Thing(string type, params IEnumerable<(string Name, JsonNode? Value)> facts)
    {
        JsonObject thing = new() { ["@type"] = type };
        foreach (var (name, value) in facts.Where(f => f.Value is not null))
        {
            thing[name] = value;
        }

        return thing;
    }

    private static string Write(JsonObject thing)
    {
        thing.Insert(0, "@context", "https://schema.org");
        return thing.ToJsonString(Json);
    }

    /// <summary>There, with the distance from UTC.</summary>
    private string At(DateTime utc)
    {
        DateTimeOffset instant = new(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        return TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Edition.TimeZone)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
