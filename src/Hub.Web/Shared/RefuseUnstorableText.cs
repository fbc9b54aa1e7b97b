using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Hub.Web.Shared;

/// <summary>
/// Answers 400 to a form that cannot be read, and to text with U+0000, U+FFFE or U+FFFF: no person types them, PostgreSQL does not store the first, Unicode
/// normalisation throws at the second, and XML has no way to write either of the others.
/// </summary>
public sealed class RefuseUnstorableText : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // The page that says so reads nothing of the request.
            await next();
            return;
        }

        if (request.Query.Any(q => IsUnstorable(q.Value)) || (request.HasFormContentType && !await IsReadableAsync(request)))
        {
            context.Result = new BadRequestResult();
            return;
        }

        await next();
    }

    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        try
        {
            return !(await request.ReadFormAsync(request.HttpContext.RequestAborted)).Any(f => IsUnstorable(f.Value));
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or NotSupportedException or BadHttpRequestException)
        {
            return false;
        }
    }

    private static bool IsUnstorable(StringValues values) => values.Any(v => v.AsSpan().IndexOfAny('\0', '\uFFFE', '\uFFFF') >= 0);
}
