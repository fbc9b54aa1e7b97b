using System.Globalization;

namespace Hub.Core.Territories;

/// <summary>Numbers of a fixed length, each with its rows: postal codes, SIREN.</summary>
internal sealed class CodeIndex
{
    private readonly int digits;
    private readonly int[] codes;
    private readonly int[] rows;

    public CodeIndex(int digits, TerritoryRows list, Cell cell)
    {
        this.digits = digits;
        List<(int Code, int Row)> pairs = [];
        for (var row = 0; row < list.Count; row++)
        {
            foreach (var code in list.Texts(row, cell))
            {
                pairs.Add((int.Parse(code, CultureInfo.InvariantCulture), row));
            }
        }

        pairs.Sort();
        (codes, rows) = ([.. pairs.Select(p => p.Code)], [.. pairs.Select(p => p.Row)]);
    }

    /// <summary>Rows that have a number which begins like this; a row may come twice.</summary>
    public ReadOnlySpan<int> Find(string beginning)
    {
        var width = (int)Math.Pow(10, digits - beginning.Length);
        var from = int.Parse(beginning, CultureInfo.InvariantCulture) * width;
        return rows.AsSpan(Place(from)..Place(from + width));
    }

    /// <summary>Of the first number that is not smaller.</summary>
    private int Place(int code)
    {
        var (low, high) = (0, codes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = codes[middle] < code ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
