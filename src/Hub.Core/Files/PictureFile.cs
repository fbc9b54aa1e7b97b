using System.Buffers.Binary;

namespace Hub.Core.Files;

/// <summary>What the first bytes of a picture say of it. Nothing is decoded: what browsers may not show is refused.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record PictureFile(string MediaType, int Width, int Height)
{
    /// <summary>Bytes; a banner needs no more, and a phone on a train pays for each.</summary>
    public const int MostBytes = 600_000;

    /// <summary>Pixels of a side: more only costs memory.</summary>
    public const int LongestSide = 5000;

    /// <returns>Null when it is no JPEG, PNG or WebP picture of a possible size.</returns>
    public static PictureFile? Read(ReadOnlySpan<byte> file)
    {
        var read = file switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png(file),
            [0xFF, 0xD8, 0xFF, ..] => Jpeg(file),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP(file),
            _ => null,
        };
        return read is { Width: > 0 and <= LongestSide, Height: > 0 and <= LongestSide } ? read : null;
    }

    private static PictureFile? Png(ReadOnlySpan<byte> file) => file.Length < 24 || !file[12..16].SequenceEqual("IHDR"u8)
        ? null
        : new("image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));

    /// <summary>Walks from segment to segment to the one that starts a frame (ITU T.81, annex B).</summary>
    private static PictureFile? Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            // Any number of 0xFF may fill the way to a marker.
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    /// <summary>Simple, lossless and extended files say their size each in a place of their own (RFC 9649, section 2).</summary>
    private static PictureFile? WebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30)
        {
            return null;
        }

        var (width, height) = file[12..16] switch
        {
            var kind when kind.SequenceEqual("VP8 "u8) => (BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF),
            var kind when kind.SequenceEqual("VP8L"u8) => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(file[21..])),
            var kind when kind.SequenceEqual("VP8X"u8) => (1 + Three(file[24..]), 1 + Three(file[27..])),
            _ => (0, 0),
        };
        return new("image/webp", width, height);
    }

    private static (int Width, int Height) Lossless(uint bits) => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
