using System.Collections.Concurrent;
using System.Reflection;
using Hub.Tests.Support;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: ClosedAfterwards]

namespace Hub.Tests.Support;

/// <summary>Closes the windows of each test when it ends: hundreds left open make the one Chromium of a run slower and slower.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class ClosedAfterwardsAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = new();

    /// <summary>The window belongs to the test that runs now.</summary>
    public static void Keep(IBrowserContext window)
    {
        if (TestContext.Current.Test is { } test)
        {
            Opened.GetOrAdd(test.UniqueID, _ => []).Add(window);
        }
    }

    /// <remarks>Nobody waits for the closing: the next test opens its own.</remarks>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Opened.TryRemove(test.UniqueID, out var windows))
        {
            _ = Task.WhenAll(windows.Select(window => window.CloseAsync()));
        }
    }
}
