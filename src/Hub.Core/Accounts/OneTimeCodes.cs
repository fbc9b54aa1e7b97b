using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Hub.Core.Accounts;

/// <summary>The six digits of authenticator apps (RFC 6238: HMAC-SHA-1, steps of thirty seconds; RFC 4226, section 5.3).</summary>
public static class OneTimeCodes
{
    public const int Digits = 6;

    /// <summary>Bytes; what RFC 4226 asks for.</summary>
    public const int KeyLength = 20;

    private const int StepSeconds = 30;

    /// <summary>Clocks of phones are right to a few seconds; codes take as long to type. Nothing older is taken.</summary>
    private const int Tolerance = 1;

    public static long StepAt(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Authenticator apps know no other hash; as a keyed code SHA-1 is unbroken.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <param name="after">The last step whose code was used.</param>
    /// <returns>The step the code belongs to; null when it is wrong, used, too old or too new.</returns>
    public static long? Match(ReadOnlySpan<byte> key, string code, DateTime now, long after)
    {
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
        {
            var isIt = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(key, step)), System.Text.Encoding.ASCII.GetBytes(code));
            found = isIt && step > after ? step : found;
        }

        return found;
    }
}
