using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Support;

/// <summary>Keeps every line a hub logs; without scopes, as the console shows them.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    /// <param name="services">Of the hub.</param>
    /// <param name="level">Of all categories; null for the levels the hub comes with.</param>
    public void Listen(IServiceCollection services, LogLevel? level)
    {
        services.AddSingleton<ILoggerProvider>(this);
        if (level is { } least)
        {
            services.PostConfigure<LoggerFilterOptions>(options =>
            {
                options.Rules.Clear();
                options.MinLevel = least;
            });
        }
    }

    public ILogger CreateLogger(string categoryName) => new Page(categoryName, lines);

    public void Dispose()
    {
        // The lines are read after the hub has gone.
    }

    private sealed class Page(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {exception}");
    }
}
