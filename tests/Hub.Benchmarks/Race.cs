using System.Diagnostics;

namespace Hub.Benchmarks;

/// <summary>Two ways to the same result, run in turn in one process, so that what slows the machine slows both.</summary>
public static class Race
{
    private const int Rounds = 31;

    /// <summary>Long enough to drown the clock's own grain.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(20);

    public static Result Run(Func<int> ours, Func<int> bare)
    {
        var (oursTimes, bareTimes) = (Repeats(ours), Repeats(bare));
        List<(double Ours, double Bare)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add((Time(ours, oursTimes), Time(bare, bareTimes)));
        }

        var ratios = rounds.ConvertAll(r => r.Ours / r.Bare);
        ratios.Sort();
        return new(Median([.. rounds.Select(r => r.Ours)]), Median([.. rounds.Select(r => r.Bare)]), ratios[Rounds / 2], ratios[Rounds / 10], ratios[Rounds * 9 / 10]);
    }

    /// <summary>Warms up, and finds how often fits into a round.</summary>
    private static int Repeats(Func<int> work)
    {
        var times = 1;
        while (Time(work, times) * times < Round.TotalMicroseconds)
        {
            times *= 2;
        }

        return times;
    }

    /// <returns>Microseconds each.</returns>
    private static double Time(Func<int> work, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++)
        {
            GC.KeepAlive(work());
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / times;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}

/// <param name="Ours">Median, microseconds.</param>
/// <param name="Bare">Median, microseconds.</param>
/// <param name="Ratio">Median of what ours takes for each of the other's; below 1 is faster.</param>
/// <param name="Low">Tenth percentile of the ratio.</param>
/// <param name="High">Ninetieth.</param>
public sealed record Result(double Ours, double Bare, double Ratio, double Low, double High);
