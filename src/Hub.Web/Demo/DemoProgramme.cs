using Hub.Core.Events;

namespace Hub.Web.Demo;

/// <param name="Room">Index into the day's rooms; -1 for everybody together.</param>
public sealed record DemoSession(string From, int Minutes, int Room, SessionKind Kind, string Title, string? Speakers = null);

/// <summary>Programmes of the demo world; the people are invented.</summary>
public static class DemoProgramme
{
    public static IReadOnlyList<(string Name, int Seats)> Rooms { get; } =
        [("Grand auditorium", 420), ("Salle Bréhat", 120), ("Salle Fréhel", 90), ("Atelier Rance", 40)];

    public static IReadOnlyList<DemoSession> Day { get; } =
    [
        new("08:30", 45, -1, SessionKind.Welcome, "Accueil café et retrait des badges"),
        new("09:15", 75, -1, SessionKind.Plenary, "La donnée au service des communes : trois ans de preuves", "Nolwenn Tréhardec, vice-présidente au numérique\nIdriss Vauquelan, directeur des systèmes d’information"),
        new("10:45", 45, 0, SessionKind.RoundTable, "Un service de données partagé à l’échelle du département", "Aurélien Bossuard\nAwa Dembasse"),
        new("10:45", 45, 1, SessionKind.Testimony, "Cyberattaque : 72 heures dans la vie d’une mairie", "Théo Lasquérac, responsable sécurité"),
        new("10:45", 45, 2, SessionKind.RoundTable, "Écrire une charte de l’IA avec ses agents", "Inès Courvoisel, cheffe de projet IA"),
        new("10:45", 90, 3, SessionKind.Workshop, "Atelier : cartographier ses données en une matinée", "Hugo Pennaneg\nMaïwenn Orlac’h"),
        new("11:30", 45, 0, SessionKind.PitchSession, "Session de pitch : six solutions, six minutes", "Solène Marchidial, animatrice"),
        new("11:30", 45, 1, SessionKind.Testimony, "Conseil numérique : la deuxième vie des dispositifs", "Rozenn Vadelaine"),
        new("11:30", 45, 2, SessionKind.Testimony, "Mesurer l’empreinte de son parc informatique", "Bastien Ormelaye, ingénieur réseaux"),
        new("12:15", 90, -1, SessionKind.Lunch, "Déjeuner sur place"),
        new("13:45", 45, 0, SessionKind.RoundTable, "Jumeau numérique : du pilote à l’usage quotidien", "Awa Dembasse\nCôme Rivaladou"),
        new("13:45", 45, 1, SessionKind.Testimony, "Changer de suite bureautique sans perdre ses équipes", "Idriss Vauquelan"),
        new("13:45", 45, 2, SessionKind.Debate, "Repérer le non-recours avec les associations", "Maïwenn Orlac’h"),
        new("13:45", 90, 3, SessionKind.Workshop, "Atelier : tester un assistant sur ses propres questions", "Inès Courvoisel\nHugo Pennaneg"),
        new("14:30", 45, 0, SessionKind.Testimony, "Capteurs d’eau et de bâtiments : ce qu’ils coûtent, ce qu’ils évitent", "Bastien Ormelaye"),
        new("14:30", 45, 1, SessionKind.RoundTable, "Plan de continuité : l’exercice grandeur nature", "Théo Lasquérac\nRozenn Vadelaine"),
        new("15:30", 60, -1, SessionKind.AwardCeremony, "Remise du label Territoires innovants"),
        new("16:30", 60, -1, SessionKind.Break, "Verre de clôture"),
    ];

    /// <summary>Who comes on stage in the session of pitches.</summary>
    public static IReadOnlyList<(string Title, string Presenters)> Pitches { get; } =
    [
        ("Cantines : commander juste, jeter moins", "Yaël Korrigan, fondatrice"),
        ("Fuites d’eau : trois capteurs par quartier", "Marin Dolbeau, ingénieur"),
        ("Un guichet qui parle aussi breton", "Enora Quistrel, cheffe de produit"),
        ("Archives : retrouver une délibération de 1962", "Tifenn Abalor, archiviste"),
        ("Covoiturage des agents, sans application", "Goulven Prigeac, associé"),
        ("Prêter les salles communales en deux gestes", "Léonie Vasterec, directrice"),
    ];

    /// <summary>Illustrative: only the kinds of session are known.</summary>
    public static IReadOnlyList<DemoSession> Vannes { get; } =
    [
        new("09:30", 30, -1, SessionKind.Opening, "Ouverture (illustratif)"),
        new("10:00", 60, -1, SessionKind.RoundTable, "Paroles d’élus (illustratif)"),
        new("11:00", 60, -1, SessionKind.Testimony, "Témoignages (illustratif)"),
        new("14:00", 60, -1, SessionKind.LabelHearing, "Auditions du label Territoires innovants 2017 (illustratif)"),
        new("15:00", 45, -1, SessionKind.PitchSession, "Pitchs (illustratif)"),
        new("15:45", 45, -1, SessionKind.Debate, "Débats (illustratif)"),
    ];
}
