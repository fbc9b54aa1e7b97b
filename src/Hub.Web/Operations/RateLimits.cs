using System.Globalization;
using System.Threading.RateLimiting;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace Hub.Web.Operations;

/// <summary>
/// Forms sent, and searches, per network address. Loose on purpose: a whole town hall shares one address. What is strict is said per
/// mail address, where the mails are promised.
/// </summary>
public static class RateLimits
{
    private const int FormsPerMinute = 300;

    /// <summary>Each of them is a mail to everybody who administers the hub.</summary>
    private const int MessagesPerWindow = 10;

    /// <summary>Each of them reads several tables whole.</summary>
    private const int SearchesPerMinute = 120;

    /// <summary>Four requests for each of a full hall behind one address, in the minute after the code came up.</summary>
    private const int VotesPerMinute = 3000;

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
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsForm(http) && !IsVote(http) ? Sliding(http, FormsPerMinute, Window, 6) : Unlimited());
            options.AddPolicy(RateLimitNames.Contact, http => IsForm(http) ? Sliding(http, MessagesPerWindow, 10 * Window, 10) : Unlimited());
            options.AddPolicy(RateLimitNames.Vote, http => Sliding(http, VotesPerMinute, Window, 6));
            options.AddPolicy(RateLimitNames.Search, http => Sliding(http, SearchesPerMinute, Window, 6));
        });
    }

    /// <summary>The page that says why a form was refused is asked for as the form was.</summary>
    private static bool IsForm(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.Features.Get<IStatusCodeReExecuteFeature>() is null;

    private static bool IsVote(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is RateLimitNames.Vote;

    private static RateLimitPartition<string> Sliding(HttpContext http, int permits, TimeSpan window, int segments) => RateLimitPartition.GetSlidingWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new() { PermitLimit = permits, Window = window, SegmentsPerWindow = segments });

    private static RateLimitPartition<string> Unlimited() => RateLimitPartition.GetNoLimiter("reading");
}
