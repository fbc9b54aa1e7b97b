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

        return Of(rounds);
    }

    /// <summary>Work that takes its time: once each a round, after a first one that does not count.</summary>
    /// <param name="prepare">Before each of ours; not timed.</param>
    public static async Task<Result> RunAsync(int rounds, Func<Task> ours, Func<Task> bare, Func<Task>? prepare = null)
    {
        List<(double Ours, double Bare)> times = [];
        for (var round = 0; round <= rounds; round++)
        {
            await (prepare?.Invoke() ?? Task.CompletedTask);
            times.Add((await TimeAsync(ours), await TimeAsync(bare)));
        }

        return Of(times[1..]);
    }

    private static Result Of(List<(double Ours, double Bare)> rounds)
    {
        var ratios = rounds.ConvertAll(r => r.Ours / r.Bare);
        ratios.Sort();
        return new(
            Median([.. rounds.Select(r => r.Ours)]), Median([.. rounds.Select(r => r.Bare)]),
            ratios[ratios.Count / 2], ratios[ratios.Count / 10], ratios[ratios.Count * 9 / 10]);
    }

    /// <returns>Microseconds.</returns>
    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
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
