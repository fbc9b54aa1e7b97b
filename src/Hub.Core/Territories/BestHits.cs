namespace Hub.Core.Territories;

/// <summary>The best rows of a search: by fit, then the most people, then the order of the list.</summary>
internal sealed class BestHits(int limit, int[] populations)
{
    private readonly List<(Fit Fit, int Fewest, int Row)> hits = new(limit + 1);

    public int Count => hits.Count;

    public IEnumerable<int> Rows => hits.Select(h => h.Row);

    /// <summary>Whether something fits better than by chance, in the middle of its words.</summary>
    public bool HasGood => hits is [{ Fit: < Fit.Inside }, ..];

    /// <summary>Whether one has just this name, or code, and no other has it.</summary>
    public bool IsCertain => hits is [{ Fit: <= Fit.WithoutArticle } first, ..] && (hits.Count == 1 || hits[1].Fit != first.Fit);

    public void Add(int row, Fit fit)
    {
        var hit = (fit, -populations[row], row);
        if (hits.Count == limit && hits[^1].CompareTo(hit) <= 0)
        {
            return;
        }

        // Found already where a row has several postal codes.
        var place = hits.BinarySearch(hit);
        if (place >= 0)
        {
            return;
        }

        hits.Insert(~place, hit);
        if (hits.Count > limit)
        {
            hits.RemoveAt(limit);
        }
    }
}
