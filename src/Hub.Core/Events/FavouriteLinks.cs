using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Hub.Core.Events;

/// <summary>
/// The end of an address that carries somebody's favourites of one day to another device. It holds the sessions
/// themselves, so that the hub keeps nothing about anybody; every node reads it, and nobody can write one of their own.
/// </summary>
public sealed class FavouriteLinks(IDataProtectionProvider protection)
{
    /// <summary>Most sessions a link carries: a QR code holds no more.</summary>
    public const int MostSessions = 120;

    /// <param name="codes">Codes of sessions of this day.</param>
    public string Write(Edition edition, IEnumerable<string> codes) => ProtectorOf(edition).Protect(string.Concat(codes.Take(MostSessions)));

    /// <returns>The codes; null when the link is damaged, or another day's.</returns>
    public IReadOnlyList<string>? Read(Edition edition, string link)
    {
        try
        {
            return [.. ProtectorOf(edition).Unprotect(link).Chunk(Session.CodeLength).Select(c => new string(c))];
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(Edition edition) => protection.CreateProtector("Hub.Events.Favourites", $"{edition.Id:N}");
}
