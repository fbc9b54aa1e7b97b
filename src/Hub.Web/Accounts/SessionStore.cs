using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Hub.Core.Accounts;
using Hub.Core.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>
/// Keeps who is signed in on the server, so that a copied cookie dies with the sign-out, with another password and with
/// the account. Every request asks it: there is nothing to wait for.
/// </summary>
public sealed class SessionStore(IServiceScopeFactory scopes, TimeProvider clock, IOptions<IdentityOptions> identity) : ITicketStore
{
    /// <summary>Of the properties of a ticket: which session it came from.</summary>
    public const string IdName = "session";

    private const int KeyBytes = 32;

    /// <summary>The last request is noted no more often than this.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, "");

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        StoreAsync(ticket, Device.NameOf(httpContext.Request.Headers.UserAgent.ToString()));

    /// <summary>A session never passes to another account, whoever signs in over it.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => WriteAsync(async db =>
    {
        var account = AccountOf(ticket);
        if (await db.AccountSessions.SingleOrDefaultAsync(s => s.KeyHash == Hash(key) && s.AccountId == account) is { } session)
        {
            (session.Stamp, session.Ticket) = (StampOf(ticket), TicketSerializer.Default.Serialize(ticket));
        }
    });

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        var hash = Hash(key);
        var known = await db.AccountSessions.AsNoTracking().OpenAt(Now).Where(s => s.KeyHash == hash && db.Users.Any(u => u.Id == s.AccountId && u.SecurityStamp == s.Stamp && u.DisabledAt == null)).SingleOrDefaultAsync();
        if (known is null || TicketSerializer.Default.Deserialize(known.Ticket) is not { } ticket)
        {
            return null;
        }

        if (known.SeenAt <= Now - Precision)
        {
            await db.WriteAsync(ct => db.AccountSessions.Where(s => s.Id == known.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, Now), ct));
        }

        ticket.Properties.Items[IdName] = known.Id.ToString();
        return ticket;
    }

    public Task RemoveAsync(string key) => WriteAsync(db => db.AccountSessions.Where(s => s.KeyHash == Hash(key)).ExecuteDeleteAsync());

    private async Task<string> StoreAsync(AuthenticationTicket ticket, string device)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        var account = AccountOf(ticket);
        await WriteAsync(async db =>
        {
            await db.Users.Where(u => u.Id == account).ExecuteUpdateAsync(u => u.SetProperty(x => x.SignedInAt, Now));
            db.Add(new AccountSession
            {
                AccountId = account,
                KeyHash = Hash(key),
                Stamp = StampOf(ticket),
                Ticket = TicketSerializer.Default.Serialize(ticket),
                Device = device,
                StartedAt = Now,
                SeenAt = Now,
            });
        });
        return key;
    }

    private async Task WriteAsync(Func<HubDbContext, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        await db.WriteAsync(_ => work(db));
    }

    private static Guid AccountOf(AuthenticationTicket ticket) => Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);

    private string StampOf(AuthenticationTicket ticket) => ticket.Principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType)!;

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
