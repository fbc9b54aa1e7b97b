using Hub.Core.Events;

namespace Hub.Web.Demo;

/// <summary>The rest of an invented season, so that an agenda of the demo world is as full as a real one.</summary>
public static class DemoSeason
{
    private const string Federation = "federation@exemple.example";

    public static IReadOnlyList<DemoDay> Days { get; } =
    [
        Near("Matinée normande de la donnée (exemple)", Theme.Data, "28", "Abbaye d’exemple", "Rue de l’Abbaye, Caen", 8, DayOfWeek.Friday, 140, DemoFate.Closed),
        Near("Rencontre ligérienne des services publics (exemple)", Theme.ArtificialIntelligence, "52", "Cité des congrès d’exemple", "5 quai Exemple, Nantes", 9, DayOfWeek.Thursday, 220),
        Near("Journée numérique du Grand Est (exemple)", Theme.Cybersecurity, "44", "Centre d’exemple", "8 rue des Vosges d’exemple, Épinal", 7, DayOfWeek.Wednesday, 160),
        Near("Île-de-France, communes et données (exemple)", Theme.Data, "11", "Maison d’exemple", "2 avenue Exemple, Melun", 8, DayOfWeek.Monday, 300),
        Near("Sobriété numérique en Nouvelle-Aquitaine (exemple)", Theme.Sustainability, "75", "Théâtre d’exemple", "Place de l’Exemple, Niort", 9, DayOfWeek.Tuesday, 180),
        Near("Inclusion : les médiateurs de Guadeloupe (exemple)", Theme.Inclusion, "01", "Centre des arts d’exemple", "Rue d’Exemple, Pointe-à-Pitre", 9, DayOfWeek.Friday, 80) with { TimeZone = "America/Guadeloupe" },
        Near("Assises cyber de Picardie (exemple)", Theme.Cybersecurity, "32", "Halle d’exemple", "Boulevard Exemple, Amiens", 10, DayOfWeek.Tuesday, 150),
        Near("Journée numérique d’Auvergne-Rhône-Alpes (exemple)", Theme.Connectivity, "84", "Palais d’exemple", "12 cours Exemple, Valence", 11, DayOfWeek.Wednesday, 240),
        Near("Le littoral connecté (exemple)", Theme.Connectivity, "93", "Fort d’exemple", "Quai d’Exemple, Toulon", 12, DayOfWeek.Thursday, 120),
        Near("Mayotte, lagon et fibre (exemple)", Theme.Connectivity, "06", "Maison d’exemple", "Place d’Exemple, Mamoudzou", 12, DayOfWeek.Tuesday, 60, DemoFate.OpensLater) with { TimeZone = "Indian/Mayotte" },
        Near("Journée numérique de Guyane (exemple)", Theme.Inclusion, "03", "Camp d’exemple", "Avenue d’Exemple, Cayenne", 13, DayOfWeek.Thursday, 90, DemoFate.OpensLater) with { TimeZone = "America/Cayenne" },
        Near("Écoles et numérique responsable (exemple)", Theme.Sustainability, "11", "Lycée d’exemple", "Rue d’Exemple, Évry", 14, DayOfWeek.Wednesday, 200, DemoFate.OpensLater),
        Near("Rendez-vous des mairies du Limousin (exemple)", Theme.Inclusion, "75", "Hôtel de ville d’exemple", "Place d’Exemple, Limoges", 15, DayOfWeek.Tuesday, 110, DemoFate.OpensLater),
        Near("Occitanie : l’eau et les capteurs (exemple)", Theme.Sustainability, "76", "Moulin d’exemple", "Chemin d’Exemple, Nîmes", 17, DayOfWeek.Thursday, 130, DemoFate.OpensLater),
        Near("Écrire le droit des algorithmes locaux (exemple)", Theme.ArtificialIntelligence, "11", null, null, 18, DayOfWeek.Monday, 500, DemoFate.OpensLater),
        Near("Journée numérique des Pays de la Loire (exemple)", Theme.Data, "52", "Grenier d’exemple", "Rue d’Exemple, Laval", 20, DayOfWeek.Thursday, 170, DemoFate.OpensLater),
        Near("Alpes : secours et réseaux (exemple)", Theme.Connectivity, "84", "Gare d’exemple", "Rue d’Exemple, Annecy", 21, DayOfWeek.Tuesday, 100, DemoFate.OpensLater),
        Near("Rencontre normande de l’inclusion (exemple)", Theme.Inclusion, "28", "Médiathèque d’exemple", "Rue d’Exemple, Évreux", -12, DayOfWeek.Tuesday, 90),
        Near("Forum jurassien des données (exemple)", Theme.Data, "27", "Saline d’exemple", "Grande Rue d’exemple, Dole", -26, DayOfWeek.Thursday, 120),
        Near("Journée numérique de Corse (exemple)", Theme.Connectivity, "94", "Citadelle d’exemple", "Cours d’Exemple, Bastia", -60, DayOfWeek.Friday, 70),
    ];

    private static DemoDay Near(string title, string theme, string region, string? venue, string? address, int weeks, DayOfWeek weekday, int capacity, DemoFate fate = DemoFate.Open)
    {
        var format = venue is null ? EditionFormat.Remote : EditionFormat.OnSite;
        EditionFacts facts = new(
            title, "Retours d’expérience, ateliers et session de pitch.", theme, region, "Collectivité d’exemple", format, venue, address, null,
            venue is null ? "https://visio.exemple.example/saison" : null, null, Federation);
        return new(facts, weeks, weekday, new(9, 0), new(17, 0), "Europe/Paris", capacity, 0, fate);
    }
}
