using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Core.Events;

/// <summary>The three names by which readers of a schedule know a thing again.</summary>
/// <param name="Code">Six capitals and digits.</param>
/// <param name="Number">
/// The code as a number from 1: old readers know things by numbers and keep favourites by them. Ours have none, and a
/// place in a list would move; the code never does, and all codes fit (27⁶ of them).
/// </param>
public sealed record ScheduleKey(Guid Id, string Code, int Number)
{
    private const string Letters = Session.Letters;

    private static readonly ulong Codes = (ulong)Math.Pow(Letters.Length, Session.CodeLength);

    public static ScheduleKey Of(Session session) => new(
        session.Id,
        session.Code.ToUpperInvariant(),
        session.Code.Aggregate(0, (number, letter) => (number * Letters.Length) + Letters.IndexOf(letter, StringComparison.Ordinal)) + 1);

    /// <summary>For what is only text so far, such as people: the same for the same text of the same edition.</summary>
    /// <remarks>RFC 9562, version 8, from the SHA-256 of both.</remarks>
    public static ScheduleKey Of(Guid edition, string text)
    {
        var hash = SHA256.HashData([.. edition.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text.Normalize())]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        var number = (int)(BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(16)) % Codes);
        return new(new(hash.AsSpan(0, 16), bigEndian: true), Spell(number), number + 1);
    }

    private static string Spell(int number) => string.Create(Session.CodeLength, number, (code, rest) =>
    {
        for (var place = code.Length - 1; place >= 0; place--)
        {
            (rest, var letter) = Math.DivRem(rest, Letters.Length);
            code[place] = char.ToUpperInvariant(Letters[letter]);
        }
    });
}
