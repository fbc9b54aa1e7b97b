using System.Globalization;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Recurring;

namespace Hub.Core.Privacy;

/// <summary>Lets go what is too old, by every rule, in their order; what one would do can be read beforehand.</summary>
public sealed class Purge(HubDbContext db, IEnumerable<IRetentionRule> rules, TimeProvider clock) : IRecurringTask
{
    /// <summary>Often enough for a process that is restarted every night, and for what a form promises to the day.</summary>
    public static TimeSpan Every => TimeSpan.FromHours(1);

    Task IRecurringTask.RunAsync(CancellationToken ct) => RunAsync(ct);

    /// <summary>What <see cref="RunAsync(CancellationToken)"/> would take now. Changes nothing.</summary>
    public async Task<IReadOnlyList<PurgeLine>> ReportAsync(CancellationToken ct = default)
    {
        List<PurgeLine> report = [];
        foreach (var rule in rules)
        {
            report.Add(new(rule.Name, await rule.CountAsync(ct)));
        }

        return report;
    }

    /// <summary>A rule that fails does not keep the others from their work.</summary>
    public async Task<IReadOnlyList<PurgeLine>> RunAsync(CancellationToken ct = default)
    {
        List<PurgeLine> report = [];
        List<Exception> failures = [];
        foreach (var rule in rules)
        {
            try
            {
                report.Add(await RunAsync(rule, ct));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Add(exception);
            }
        }

        return failures.Count == 0 ? report : throw new AggregateException(failures);
    }

    private async Task<PurgeLine> RunAsync(IRetentionRule rule, CancellationToken ct)
    {
        PurgeLine line = new(rule.Name, await rule.RunAsync(ct));
        if (line.Rows > 0)
        {
            await db.WriteAsync(
                _ =>
                {
                    db.Log("Purge", Guid.Empty, null, clock.GetUtcNow().UtcDateTime, string.Create(CultureInfo.InvariantCulture, $"{line.Rule} {line.Rows}"));
                    return Task.CompletedTask;
                },
                ct);
        }

        return line;
    }
}

/// <param name="Rule">One word for an operator.</param>
/// <param name="Rows">Too old, or taken.</param>
public sealed record PurgeLine(string Rule, int Rows);
