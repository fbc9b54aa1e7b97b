using System.IO.Compression;
using System.Text;

namespace Hub.Core.Programmes;

/// <summary>Reads whatever file a programme comes in. It is told by its first characters: names and media types of files mean little.</summary>
public static class ProgrammeFile
{
    /// <summary>Bytes of a file as it is sent.</summary>
    public const int MostBytes = 5_000_000;

    /// <summary>Bytes of the programme in an archive, unpacked.</summary>
    public const int MostUnpacked = 10_000_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ImportedProgramme Read(byte[] file)
    {
        if (file.Length > MostBytes)
        {
            return ImportedProgramme.Refused(ImportFormat.Csv, ImportProblemKind.TooLarge);
        }

        if (file.AsSpan().StartsWith("PK"u8))
        {
            return ProgrammeArchive.Read(file);
        }

        // XML names its own encoding; the others have none but UTF-8.
        if (IsXml(file))
        {
            return ScheduleXmlReader.Read(file);
        }

        if (Decode(file, out var line) is not { } text)
        {
            return ImportedProgramme.Refused(ImportFormat.Csv, ImportProblemKind.WrongEncoding, line);
        }

        return text.AsSpan().Trim() switch
        {
            [] => ImportedProgramme.Refused(ImportFormat.Csv, ImportProblemKind.Empty),
            ['{' or '[', ..] => ScheduleJsonReader.Read(text),
            _ => ProgrammeCsvReader.Read(text),
        };
    }

    /// <summary>The file as a page can hold it until it is confirmed: packed, in letters.</summary>
    public static string Pack(byte[] file)
    {
        using MemoryStream packed = new();
        using (BrotliStream stream = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(file);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <returns>Null when it is none of ours, or too large.</returns>
    public static byte[]? Unpack(string? packed)
    {
        try
        {
            using BrotliStream stream = new(new MemoryStream(Convert.FromBase64String(packed ?? "")), CompressionMode.Decompress);
            return ReadUpTo(stream, MostBytes);
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    /// <returns>Null when there is more, however much more was promised.</returns>
    internal static byte[]? ReadUpTo(Stream stream, int most)
    {
        using MemoryStream read = new();
        var buffer = new byte[81_920];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            if (read.Length + count > most)
            {
                return null;
            }

            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    /// <param name="line">Of the first byte that is no UTF-8.</param>
    /// <returns>Null when it is not UTF-8.</returns>
    internal static string? Decode(byte[] file, out int? line)
    {
        line = null;
        var bytes = file.AsSpan();
        try
        {
            return Utf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException exception)
        {
            line = 1 + bytes[..Math.Clamp(exception.Index, 0, bytes.Length)].Count((byte)'\n');
            return null;
        }
    }

    /// <summary>A less-than sign after nothing but blanks, in UTF-8 or, with its mark, UTF-16.</summary>
    private static bool IsXml(ReadOnlySpan<byte> file)
    {
        if (file is [0xFF, 0xFE, (byte)'<', 0, ..] or [0xFE, 0xFF, 0, (byte)'<', ..])
        {
            return true;
        }

        var start = file.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file;
        return start.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
