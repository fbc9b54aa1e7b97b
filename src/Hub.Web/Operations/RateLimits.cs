using System.Globalization;
using System.Threading.RateLimiting;
using Hub.Web.Shared;

namespace Hub.Web.Operations;

/// <summary>
/// Forms sent per network address. Loose on purpose: a whole town hall shares one address. What is strict is said per
/// mail address, where the mails are promised.
/// </summary>
public static class RateLimits
{
    private const int FormsPerMinute = 300;

    /// <summary>Each of them is a mail to everybody who administers the hub.</summary>
    private const int MessagesPerWindow = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    extension(IServiceCollection services)
    {
        public void AddRateLimits() => services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = FormsPerMinute, Window = Window, SegmentsPerWindow = 6 })
                : RateLimitPartition.GetNoLimiter("reading"));
            options.AddPolicy(RateLimitNames.Contact, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = MessagesPerWindow, Window = 10 * Window, SegmentsPerWindow = 10 })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }
}
