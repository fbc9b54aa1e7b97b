using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Web.Shared;

/// <summary>
/// Refuses with 413 what is larger than any form of the hub, before anything of it is read. A form with a file may bring a
/// photo straight from a telephone: it is too heavy, but its page says so beside the field and keeps the rest.
/// </summary>
public static class RequestSize
{
    /// <summary>Bytes of a body of words.</summary>
    public const int Most = 1_000_000;

    /// <summary>Bytes of a form that brings a file.</summary>
    public const int MostWithFile = 12_000_000;

    public static IApplicationBuilder UseRequestSize(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var most = context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is true ? MostWithFile : Most;
        Limit(context, most);

        // The page that says so comes this way as well.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && (context.Request.ContentLength > most || await IsTooLongAsync(context.Request)))
        {
            // What still comes is thrown away for a few seconds: a browser that is cut off in the middle shows no page.
            Limit(context, null);

            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    });

    private static void Limit(HttpContext context, int? most)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }
    }

    /// <summary>A form that does not say how long it is has to be read to know. One that cannot be read is refused where others are.</summary>
    private static async Task<bool> IsTooLongAsync(HttpRequest request)
    {
        if (request.ContentLength is not null || !request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return false;
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode is StatusCodes.Status413PayloadTooLarge;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or NotSupportedException)
        {
            return false;
        }
    }
}
