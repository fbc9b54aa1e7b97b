using Hub.Core.Events;

namespace Hub.Web.Demo;

/// <summary>The invented days of the demo world, all marked « exemple ».</summary>
public static class DemoDays
{
    private const string Network = "reseau@exemple.example";
    private const string Association = "association@exemple.example";

    /// <summary>Days of the network of local authorities.</summary>
    public static IReadOnlyList<DemoDay> OfTheNetwork { get; } =
    [
        new(
            Day("Journée numérique de Bretagne (exemple)", "La donnée au service des communes : trois ans de projets mutualisés.",
                Theme.Data, "53", "Agglomération du Grand Lanvoc", "Palais des congrès", "1 place du Port, Saint-Brieuc", Network) with
            {
                Format = EditionFormat.Hybrid,
                RemoteLink = "https://visio.exemple.example/bretagne",
                Access = "Gare à 12 minutes à pied. Accès de plain-pied, boucle magnétique, sous-titrage en plénière, salle de repos.",
                Description = """
                    Une journée pour montrer **ce qui marche** : retours d’expérience, ateliers et session de pitch.

                    - le matin, la donnée mutualisée racontée par les communes qui l’ont faite ;
                    - l’après-midi, quatre parcours au choix ;
                    - en fin de journée, la remise du label.
                    """,
            },
            5, DayOfWeek.Thursday, new(8, 30), new(17, 30), "Europe/Paris", 260, 34),
        new(
            Day("Rencontre des territoires connectés (exemple)", "Réseaux, capteurs et sobriété : petite salle, longues questions.",
                Theme.Connectivity, "24", "Orléans-Val d’exemple", "Maison des associations", "12 rue des Halles, Orléans", Network),
            6, DayOfWeek.Tuesday, new(9, 0), new(16, 30), "Europe/Paris", 15, 21),
        new(
            Day("Journée numérique de La Réunion (exemple)", "L’inclusion numérique là où la distance compte double.",
                Theme.Inclusion, "04", "Intercommunalité des Hauts d’exemple", "Cité des arts", "23 rue Léopold-Exemple, Saint-Denis", Network) with
            {
                Format = EditionFormat.Hybrid,
                RemoteLink = "https://visio.exemple.example/reunion",
            },
            10, DayOfWeek.Thursday, new(9, 30), new(16, 0), "Indian/Reunion", 120, 2),
        new(
            Day("Journée numérique d’Occitanie (exemple)", "Sobriété et résilience des équipements publics.",
                Theme.Sustainability, "76", "Agglomération du Tarn d’exemple", "Grand théâtre", "Place de l’Amitié, Albi", Network),
            9, DayOfWeek.Thursday, new(9, 0), new(17, 30), "Europe/Paris", 180, 1, DemoFate.Postponed),
    ];

    /// <summary>Days of the association of cities.</summary>
    public static IReadOnlyList<DemoDay> OfTheAssociation { get; } =
    [
        new(
            Day("Forum cyber des petites communes (exemple)", "Se préparer à deux agents, sans budget et sans délai.",
                Theme.Cybersecurity, "32", "Communauté urbaine d’exemple", "Hôtel de la communauté", "3 place des Tilleuls, Arras", Association),
            8, DayOfWeek.Wednesday, new(9, 30), new(17, 0), "Europe/Paris", 120, 1),
        new(
            Day("L’IA dans les services publics locaux (exemple)", "Écrire une charte avec ses agents, en un après-midi.",
                Theme.ArtificialIntelligence, "27", "Métropole d’exemple", null, null, Association) with
            {
                Format = EditionFormat.Remote,
                RemoteLink = "https://visio.exemple.example/charte",
            },
            7, DayOfWeek.Tuesday, new(13, 30), new(17, 0), "Europe/Paris", 500, 0, DemoFate.OpensLater),
        new(
            Day("Journée numérique de Martinique (exemple)", "Données ouvertes et risques naturels.",
                Theme.Data, "02", "Collectivité d’exemple", "Palais des congrès de l’Étang", "Baie d’exemple, Fort-de-France", Association),
            11, DayOfWeek.Friday, new(8, 0), new(15, 30), "America/Martinique", 90, 1),
        new(
            Day("Rendez-vous corse de l’inclusion (exemple)", "Médiation numérique en montagne.",
                Theme.Inclusion, "94", "Communauté de communes d’exemple", "Salle des fêtes", "Cours Exemple, Corte", Association),
            4, DayOfWeek.Monday, new(10, 0), new(16, 0), "Europe/Paris", 60, 0, DemoFate.Cancelled),
        new(
            Day("Assises normandes de la donnée (exemple)", "Encore un brouillon.",
                Theme.Data, "28", "Département d’exemple", "Abbaye", "Rue de l’Abbaye, Caen", Association),
            14, DayOfWeek.Thursday, new(9, 0), new(17, 0), "Europe/Paris", 150, 0, DemoFate.Draft),
    ];

    /// <summary>The only day that took place: title, date, town and theme are facts, everything else is illustrative.</summary>
    public static EditionFacts Vannes { get; } =
        Day("Journée de rencontre des acteurs numériques de Bretagne", "La donnée au service du projet de territoire",
            Theme.Data, "53", "Ville de Vannes", "Vannes", null, Network) with
        {
            Description = """
                Paroles d’élus, témoignages, débats et pitchs, et les auditions du label Territoires innovants 2017.

                *Le programme affiché est illustratif : seuls la date, la ville, le thème et ces mots sont connus.*
                """,
        };

    private static EditionFacts Day(
        string title, string tagline, string theme, string region, string host, string? venue, string? address, string contact) =>
        new(title, tagline, theme, region, host, EditionFormat.OnSite, venue, address, null, null, null, contact);
}
