using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Hub.Web.Shared;

/// <summary>Refuses with 413 what is larger than any form of the hub, before anything of it is read.</summary>
public static class RequestSize
{
    /// <summary>Bytes of a body: the largest picture, and the words around it.</summary>
    public const int Most = 1_000_000;

    public static IApplicationBuilder UseRequestSize(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // The page that says so comes this way as well.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && (context.Request.ContentLength > Most || await IsTooLongAsync(context.Request)))
        {
            // What still comes is thrown away for a few seconds: a browser that is cut off in the middle shows no page.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = null;
            }

            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    });

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
