using System.IO.Compression;
using System.Text;

namespace Hub.Core.Territories;

/// <summary>The list of territories that build-territories.mjs makes, kept as it is: a line becomes an object when somebody wants it.</summary>
internal sealed class TerritoryRows
{
    private readonly byte[] text;
    private readonly int[] starts;
    private readonly TerritoryKind[] kinds;

    private TerritoryRows(byte[] text)
    {
        this.text = text;
        starts = new int[text.AsSpan().Count((byte)'\n') + 1];
        for (var row = 1; row < starts.Length; row++)
        {
            starts[row] = starts[row - 1] + text.AsSpan(starts[row - 1]).IndexOf((byte)'\n') + 1;
        }

        kinds = [.. Enumerable.Range(0, Count).Select(row => (TerritoryKind)Array.IndexOf(Territory.Prefixes, Text(row, Cell.Kind)))];
    }

    public int Count => starts.Length - 1;

    public static TerritoryRows Load()
    {
        using var resource = typeof(TerritoryRows).Assembly.GetManifestResourceStream("territories") ?? throw new InvalidOperationException("The list of territories was not built in.");
        using BrotliStream unpacked = new(resource, CompressionMode.Decompress);
        using MemoryStream whole = new(1 << 22);
        unpacked.CopyTo(whole);
        return new(whole.ToArray());
    }

    public TerritoryKind Kind(int row) => kinds[row];

    public string Text(int row, Cell cell) => Encoding.UTF8.GetString(Bytes(row, cell));

    public string? TextOrNull(int row, Cell cell) => Bytes(row, cell) is { IsEmpty: false } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public string[] Texts(int row, Cell cell) => Text(row, cell).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <returns>Null for an empty cell.</returns>
    public int? Number(int row, Cell cell) => System.Buffers.Text.Utf8Parser.TryParse(Bytes(row, cell), out int number, out _) ? number : null;

    /// <summary>Lines stand in the order of their kinds, then codes.</summary>
    /// <returns>Null when there is none.</returns>
    public int? Find(TerritoryKind kind, string code)
    {
        var key = Encoding.UTF8.GetBytes(code);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = kinds[middle] != kind ? kinds[middle] - kind : Bytes(middle, Cell.Code).SequenceCompareTo(key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private ReadOnlySpan<byte> Bytes(int row, Cell cell)
    {
        var line = text.AsSpan(starts[row]..(starts[row + 1] - 1));
        for (var before = (int)cell; before > 0; before--)
        {
            line = line[(line.IndexOf((byte)'\t') + 1)..];
        }

        var end = line.IndexOf((byte)'\t');
        return end < 0 ? line : line[..end];
    }
}

/// <summary>Cells of a line.</summary>
internal enum Cell { Kind, Code, Name, Population, Within, Siren, PostalCodes, Body }
