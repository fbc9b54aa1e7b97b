using System.Diagnostics;
using System.Globalization;
using Hub.Core.Languages;
using Hub.Core.Territories;

namespace Hub.Benchmarks;

/// <summary>
/// The search of territories against what one would write first: go through folded names with Contains, sort, take ten.
/// The bare one knows neither « St », postal codes nor where a word begins.
/// </summary>
public static class TerritorySearch
{
    private const int Limit = 10;

    private static readonly string[] Queries = ["vannes", "saint", "golfe du morbihan", "la roche", "e", "zzz", "56000"];

    public static void Run(TextWriter report)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var gazetteer = Gazetteer.France;
        var load = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024d / 1024d;
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{gazetteer.Count} territories, loaded in {load:0} ms, hold {memory:0.0} MiB\n"));
        report.WriteLine("| typed | hub, µs | bare, µs | ratio | 10 % – 90 % |\n|---|---:|---:|---:|---|");

        var bare = All(gazetteer).Select(t => (Name: Folding.Fold(t.Name), Territory: t)).ToArray();
        foreach (var query in Queries)
        {
            var folded = Folding.Fold(query);
            var result = Race.Run(
                () => gazetteer.Search(query, Limit).Count,
                () => bare.Where(b => b.Name.Contains(folded, StringComparison.Ordinal)).OrderByDescending(b => b.Territory.Population).Take(Limit).ToList().Count);
            report.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {query} | {result.Ours:0.0} | {result.Bare:0.0} | {result.Ratio:0.00} | {result.Low:0.00} – {result.High:0.00} |"));
        }
    }

    /// <summary>Every name has one of these letters.</summary>
    private static IEnumerable<Territory> All(Gazetteer gazetteer) =>
        "aeiouy".SelectMany(letter => gazetteer.Search($"{letter}", gazetteer.Count)).DistinctBy(t => t.Code);
}
