namespace Hub.Core.Territories;

/// <summary>All folded names as one text, each after a line break: one fast pass over it finds a word anywhere.</summary>
internal sealed class NameIndex
{
    private readonly string text;

    /// <summary>Of each name, and of the end.</summary>
    private readonly int[] starts;

    /// <summary>Folded characters at the beginning of each name that people leave out.</summary>
    private readonly byte[] skips;

    public NameIndex(IEnumerable<string> names, int count)
    {
        System.Text.StringBuilder all = new("\n", count * 20);
        (starts, skips) = (new int[count + 1], new byte[count]);
        var row = 0;
        foreach (var name in names)
        {
            var folded = PlaceNames.Fold(name);
            skips[row] = (byte)PlaceNames.Skip(folded);
            starts[row++] = all.Length;
            all.Append(folded).Append('\n');
        }

        starts[row] = all.Length;
        text = all.ToString();
    }

    /// <summary>Shows every name that holds all words, in the order of the list.</summary>
    /// <param name="found">Row and how well it fits.</param>
    public void Search(string[] words, Action<int, Fit> found)
    {
        var name = string.Join(' ', words);
        var longest = words.MaxBy(w => w.Length)!;
        var (at, row) = (0, 0);
        while (text.AsSpan(at).IndexOf(longest, StringComparison.Ordinal) is var hit and >= 0)
        {
            row = RowOf(at + hit, row);
            at = starts[row + 1] - 1;
            if (FitOf(row, name, words) is { } fit)
            {
                found(row, fit);
            }
        }
    }

    public bool Contains(int row, string word) => Name(row).Contains(word, StringComparison.Ordinal);

    private ReadOnlySpan<char> Name(int row) => text.AsSpan(starts[row]..(starts[row + 1] - 1));

    private int RowOf(int position, int from)
    {
        var row = Array.BinarySearch(starts, from, starts.Length - from, position);
        return row >= 0 ? row : ~row - 1;
    }

    private Fit? FitOf(int row, string query, string[] words)
    {
        var name = Name(row);
        var core = name[skips[row]..];
        if (name.StartsWith(query, StringComparison.Ordinal) || core.StartsWith(query, StringComparison.Ordinal))
        {
            return name.Length == query.Length ? Fit.Exact : core.SequenceEqual(query) ? Fit.WithoutArticle : Fit.Beginning;
        }

        var fit = Fit.Words;
        foreach (var word in words)
        {
            if (!Begins(row, word))
            {
                if (!name.Contains(word, StringComparison.Ordinal))
                {
                    return null;
                }

                fit = Fit.Inside;
            }
        }

        return fit;
    }

    /// <summary>Whether a word of the name begins with it.</summary>
    private bool Begins(int row, string word)
    {
        var name = Name(row);
        for (var at = 0; name[at..].IndexOf(word, StringComparison.Ordinal) is var hit and >= 0; at += hit + 1)
        {
            if (at + hit == 0 || name[at + hit - 1] == ' ')
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How well a name fits what was typed, the best first.</summary>
internal enum Fit { Exact, WithoutArticle, Beginning, Words, Inside }
