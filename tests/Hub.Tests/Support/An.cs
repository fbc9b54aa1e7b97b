using Hub.Core.Calendars;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Registrations;

namespace Hub.Tests.Support;

/// <summary>Valid things to start from; a test states only what it is about.</summary>
public static class An
{
    /// <summary>A Monday morning, UTC.</summary>
    public static readonly DateTime Now = new(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc);

    public static Organisation Organisation(string name = "Réseau d’exemple") => new($"{name} {Guid.NewGuid():N}");

    public static EditionFacts Facts(string title = "Journée numérique de Bretagne", EditionFormat format = EditionFormat.OnSite) => new(
        title, "La donnée au service des communes", Theme.Data, "53", "Agglomération d’exemple", format,
        format is EditionFormat.Remote ? null : "Palais des congrès", format is EditionFormat.Remote ? null : "1 place du Port, Vannes",
        null, format is EditionFormat.OnSite ? null : "https://visio.example/salle", "Une *journée*.", "contact@exemple.example");

    /// <param name="start">Wall time.</param>
    public static EditionTimes Times(DateTime? start = null, double hours = 8, string zone = "Europe/Paris")
    {
        var from = start ?? new DateTime(2027, 3, 18, 9, 0, 0);
        var until = from.AddHours(hours);
        return new(zone, from, until, WallClock.Resolve(from, zone).Earliest, WallClock.Resolve(until, zone).Latest);
    }

    public static Edition Draft(Organisation organisation, int capacity = 20, EditionFacts? facts = null, EditionTimes? times = null) =>
        new(organisation.Id, $"journee-{Guid.NewGuid():N}", facts ?? Facts(), times ?? Times(), capacity, Now);

    public static Edition Edition(Organisation organisation, int capacity = 20, EditionFacts? facts = null, EditionTimes? times = null)
    {
        var edition = Draft(organisation, capacity, facts, times);
        edition.Announce(Now);
        return edition;
    }

    public static Attendee Attendee(string name = "ada", string? email = null) =>
        new(name, "Exemple", email ?? $"{name}@mairie.example", "Commune d’exemple", "Cheffe de projet", null, false, false);
}
