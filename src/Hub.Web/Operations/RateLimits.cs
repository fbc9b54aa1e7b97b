using System.Globalization;
using System.Threading.RateLimiting;

namespace Hub.Web.Operations;

/// <summary>
/// Forms sent per network address. Loose on purpose: a whole town hall shares one address. What is strict is said per
/// mail address, where the mails are promised.
/// </summary>
public static class RateLimits
{
    private const int FormsPerMinute = 300;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    extension(IServiceCollection services)
    {
        public void AddRateLimits() => services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = FormsPerMinute, Window = Window, SegmentsPerWindow = 6 })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }
}
