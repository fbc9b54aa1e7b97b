using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Core.Data;

/// <summary>Secrets in addresses: 256 random bits, and what the database keeps to look one up.</summary>
public static class Tokens
{
    /// <summary>Length of a token's text.</summary>
    public const int Length = 43;

    /// <summary>Length of a lookup hash.</summary>
    public const int HashLength = 64;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Another secret, the same each time, from which this one cannot be found (HMAC-SHA-256 under the token).</summary>
    public static string Derive(string token, string purpose) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(purpose)));

    /// <summary>SHA-256 in hexadecimal: enough for 256 random bits, and equal in every database.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
