using Hub.Core.Events;

namespace Hub.Tests.Support;

/// <summary>A full day: four rooms, breaks for everybody, thirty sessions.</summary>
public static class Programme
{
    private const int Rooms = 4;

    /// <summary>Of the sessions in rooms.</summary>
    public static readonly string[] Titles =
    [
        "Un service de données partagé à l’échelle du département", "Cyberattaque : 72 heures dans la vie d’une mairie", "Écrire une charte de l’IA avec ses agents",
        "Cartographier ses données en une matinée", "Conseil numérique : la deuxième vie des dispositifs", "Mesurer l’empreinte de son parc informatique",
    ];

    public static (IReadOnlyList<Room> Rooms, IReadOnlyList<Session> Sessions) Of(Edition edition)
    {
        var rooms = Enumerable.Range(1, Rooms).Select(n => new Room(edition.Id, $"Salle {n}", 40 * n, n - 1)).ToList();
        var day = edition.LocalStart.Date;
        List<Session> sessions =
        [
            Session(edition, SessionKind.Welcome, "Accueil café", null, day.AddHours(9), 30, null),
            Session(edition, SessionKind.Opening, "Plénière d’ouverture", null, day.AddHours(9.5), 60, "Ada Exemple, vice-présidente au numérique"),
            Session(edition, SessionKind.Lunch, "Déjeuner sur place", null, day.AddHours(12), 90, null),
            Session(edition, SessionKind.AwardCeremony, "Remise du label", null, day.AddHours(16), 60, null),
        ];
        double[] hours = [10.5, 11.25, 13.5, 14.25, 15, 15.5];
        sessions.AddRange(from slot in Enumerable.Range(0, hours.Length)
                          from room in Enumerable.Range(0, Rooms)
                          select Session(edition, room == 3 ? SessionKind.Workshop : SessionKind.Testimony, Titles[(slot + room) % Titles.Length], rooms[room].Id,
                              day.AddHours(hours[slot]), slot >= 4 ? 30 : 45, $"Personne {slot}{room}, directrice des systèmes d’information"));
        sessions.Add(Session(edition, SessionKind.PitchSession, "Six solutions, six minutes", rooms[0].Id, day.AddHours(17), 20, null));
        sessions.Add(Session(edition, SessionKind.Closing, "Clôture", null, day.AddHours(17.5), 30, null));
        return (rooms, sessions);
    }

    private static Session Session(Edition edition, SessionKind kind, string title, Guid? room, DateTime start, int minutes, string? speakers)
    {
        Session session = new(edition.Id);
        session.Revise(new(kind, title, room, start, minutes, speakers, "Ce qui a *marché*, ce qui a coûté, ce qui reste à faire."), edition, An.Now);
        return session;
    }
}
