using System.Collections.Frozen;

namespace Hub.Core.Evaluations;

/// <summary>Who works under one roof, as far as their addresses tell.</summary>
public static class Colleagues
{
    /// <summary>Where anybody has an address: to share one of these says nothing. The mailboxes most used in France.</summary>
    private static readonly FrozenSet<string> Public = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "aol.com", "bbox.fr", "free.fr", "gmail.com", "gmx.fr", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net", "live.fr", "mailo.com",
        "neuf.fr", "numericable.fr", "orange.fr", "outlook.com", "outlook.fr", "proton.me", "protonmail.com", "sfr.fr", "wanadoo.fr", "yahoo.com", "yahoo.fr");

    /// <param name="one">A normalised address.</param>
    /// <param name="other">A normalised address.</param>
    public static bool Are(string one, string other) => DomainOf(one) is var domain && domain == DomainOf(other) && !Public.Contains(domain);

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
