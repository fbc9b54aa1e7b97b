using System.Net;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Operations;

public static class HealthEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        /// <summary>
        /// <c>/healthz</c>: the process lives. <c>/readyz</c>: it can serve; the reason it cannot is told to the machine
        /// itself only.
        /// </summary>
        public void MapHealth()
        {
            routes.MapGet("/healthz", () => TypedResults.Text("ok")).AllowAnonymous();
            routes.MapGet("/readyz", ReadyAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> ReadyAsync(HubDbContext db, HttpContext http, CancellationToken ct)
    {
        var trouble = await TroubleAsync(db, ct);
        var local = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        return trouble is null
            ? TypedResults.Text("ready")
            : TypedResults.Text(local ? trouble : "not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<string?> TroubleAsync(HubDbContext db, CancellationToken ct)
    {
        try
        {
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            return pending.Count == 0 ? null : $"migrations are pending: {string.Join(", ", pending)}";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"the database does not answer: {exception.Message}";
        }
    }
}
