using Hub.Core.Registrations;

namespace Hub.Web.Demo;

/// <summary>Sixty people who do not exist, of bodies that do not exist.</summary>
public static class DemoPeople
{
    private static readonly string[] FirstNames = ["Rozenn", "Idriss", "Maïwenn", "Théo", "Awa", "Bastien", "Inès", "Côme", "Solène", "Hugo", "Nolwenn", "Aurélien"];
    private static readonly string[] LastNames = ["Vadelaine", "Ormelaye", "Lasquérac", "Dembasse", "Courvoisel"];

    private static readonly (string Organisation, string JobTitle)[] Posts =
    [
        ("Syndicat mixte Côtes numériques (exemple)", "Cheffe de projet données"),
        ("Commune de Saint-Exemple", "Secrétaire de mairie"),
        ("Communauté de communes du Haut-Lanvoc (exemple)", "Directeur général des services"),
        ("Département d’exemple", "Chargée de mission numérique"),
        ("Coopérative Chemins clairs (exemple)", "Gérant"),
        ("Agglomération du Grand Lanvoc (exemple)", "Conseillère déléguée au numérique"),
    ];

    public static IReadOnlyList<Attendee> All { get; } =
    [
        .. Enumerable.Range(0, 60).Select(n =>
        {
            var (first, last) = (FirstNames[n % FirstNames.Length], LastNames[n / FirstNames.Length]);
            var (organisation, jobTitle) = Posts[n % Posts.Length];
            var mail = $"{Registration.Fold(first)}.{Registration.Fold(last)}@exemple.example".ToLowerInvariant();
            return new Attendee(first, last, mail, organisation, jobTitle, n % 20 == 7 ? "Place près de la scène pour lire sur les lèvres." : null, n % 3 == 0, n % 4 == 0);
        }),
    ];
}
