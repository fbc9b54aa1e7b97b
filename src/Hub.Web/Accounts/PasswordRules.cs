using Hub.Core.Accounts;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

/// <summary>
/// Refuses what others would try first (ASVS 5.0, 6.2.4 and 6.2.11): well-known words, rows of keys, years, the hub's name and the person's own
/// address do not count, and what is left must be long enough to be a secret. Asks for no kinds of characters.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>Characters that must be left, and different ones among them.</summary>
    private const int MostTelling = 8, Different = 5;

    /// <summary>Folded; the longer before those they contain.</summary>
    private static readonly string[] Known =
    [
        "CHANGEMOI", "CHANGEME", "MOTDEPASSE", "PASSPHRASE", "PASSWORD", "ADMINISTRATION", "ADMINISTRATEUR", "ADMINISTRATOR", "UTILISATEUR", "ORGANISATION",
        "AZERTYUIOP", "QWERTYUIOP", "QWERTZUIOP", "QSDFGHJKLM", "ASDFGHJKL", "WXCVBN", "ZXCVBNM", "AZERTY", "QWERTY", "QSDFGH", "ASDFGH", "AQWZSX", "1Q2W3E4R", "1A2Z3E4R",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGH", "ABCDEF", "ABC", "BONJOUR", "BIENVENUE", "WELCOME", "SOLEIL", "DOUDOU", "CHOUCHOU", "LOULOU", "COUCOU", "JETAIME", "ILOVEYOU", "SUNSHINE",
        "PRINCESSE", "PRINCESS", "MARSEILLE", "DRAGON", "MONKEY", "FOOTBALL", "BASEBALL", "SUPERMAN", "BATMAN", "STARWARS", "LETMEIN", "TRUSTNO", "INTERNET", "ORDINATEUR", "COMPUTER",
        "1QAZ", "2WSX", "3EDC", "4RFV", "QAZWSX", "EDCRFV", "Q1W2E3R4", "T5Y6", "A1B2C3", "D4E5F6", "147258369", "147", "258", "369", "CHOCOLAT",
        "PARIS", "LYON", "TOULOUSE", "BORDEAUX", "NANTES", "RENNES", "STRASBOURG", "MONTPELLIER", "LILLE",
        "CONSEILLER", "MEDIATEUR", "INCLUSION", "SERVICES", "RENCONTRES", "RENCONTRE", "JOURNEES", "FRANCE", "MAIRIE", "COMMUNE", "REGION", "TERRITOIRE", "NUMERIQUE", "ADMIN", "LOGIN", "SECRET", "TEST", "HUB",
        "PRINTEMPS", "AUTOMNE", "SUMMER", "WINTER", "SPRING", "AUTUMN", "HIVER", "JANVIER", "FEVRIER", "SEPTEMBRE", "OCTOBRE", "NOVEMBRE", "DECEMBRE",
    ];

    /// <summary>Those somebody may be born in, or change a password in.</summary>
    private static readonly string[] Years = [.. Enumerable.Range(1930, 130).Select(year => $"{year}")];

    /// <summary>Signs that stand for letters in everybody's idea of a trick.</summary>
    private const string Tricks = "0134578@$!", Letters = "OIEASTBASI";

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        password ??= "";
        var code = password.EnumerateRunes().Count() switch
        {
            < Shortest => "PasswordTooShort",
            > Longest => "PasswordTooLong",
            _ when IsGuessable(password, user.Email ?? "") => "PasswordGuessable",
            _ => null,
        };
        return Task.FromResult(code is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = code, Description = code }));
    }

    private static bool IsGuessable(string password, string email)
    {
        var own = email.Split('@', '.', '-', '_', '+').Where(part => part.Length >= 4).Select(Folding.Fold);
        string[] words = [.. own, .. Known];
        var folded = Folding.Fold(password);
        return IsThin(Rest(folded, words)) || IsThin(Rest(string.Concat(folded.Select(Meant)), words));
    }

    private static bool IsThin(string rest) => rest.Length < MostTelling || rest.Distinct().Count() < Different;

    private static char Meant(char sign) => Tricks.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? Letters[at] : sign;

    /// <summary>What is left without known words, and without signs that only repeat the one before or come next to it.</summary>
    private static string Rest(string password, string[] words)
    {
        var rest = words.Aggregate(password, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        rest = Years.Aggregate(rest, (left, year) => left.Replace(year, " ", StringComparison.Ordinal));
        rest = rest.Length % 2 == 0 && rest[..(rest.Length / 2)] == rest[(rest.Length / 2)..] ? rest[..(rest.Length / 2)] : rest;
        return string.Concat(rest.Where((sign, at) => sign is not (' ' or '-') && (at == 0 || Math.Abs(sign - rest[at - 1]) > 1)));
    }
}
