using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hub.Web.Shared;

/// <summary>
/// Answers 405 where no handler of the page was meant (another method, an unknown name behind <c>?handler=</c>): a page
/// is otherwise shown without what its handlers load.
/// </summary>
public sealed class RefuseUnknownHandler : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // The handler is chosen; nothing is known of it that would not be known below.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // Whatever a handler answers is its own affair.
    }
}
