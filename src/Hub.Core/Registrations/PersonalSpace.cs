using System.Security.Cryptography;
using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Core.Registrations;

/// <summary>All the registrations of one address in one place, behind a link that is mailed there and soon dies.</summary>
public sealed class PersonalSpace(HubDbContext db, IDataProtectionProvider protection, IOptions<HubOptions> hub, TimeProvider clock)
{
    /// <summary>How long the link opens.</summary>
    public static readonly TimeSpan Lifespan = TimeSpan.FromHours(1);

    /// <summary>A day stays in the list as long as somebody may want a proof that they came.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(365);

    /// <summary>A second post of the same form deserves no second mail.</summary>
    private static readonly TimeSpan SameRequest = TimeSpan.FromMinutes(10);

    /// <summary>Signs of a link's hash that tell it from the same person's others.</summary>
    private const int MarkLength = 8;

    /// <summary>More would make an address that some mail programs cut.</summary>
    private const int MostMarks = 100;

    private readonly IDataProtector protector = protection.CreateProtector("Hub.Registrations.Space");

    /// <summary>Mails the link, at the most once in ten minutes. Nobody learns from it whether the address is known.</summary>
    public Task AskAsync(string email, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = Now;
                if (await Of(MailAddresses.Normalize(email), now).OrderByDescending(r => r.AskedAt).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct) is { } latest)
                {
                    await db.PromiseOnceAsync(RegistrationMailKinds.Space, latest, now.Ticks / SameRequest.Ticks, now, ct);
                }
            },
            ct);

    /// <summary>
    /// Its page, in the person's language; opens from now on and for an hour, on the registrations as their links are
    /// now: one whose link is renewed meanwhile is no longer behind it.
    /// </summary>
    public async Task<Uri> LinkForAsync(Registration registration, CancellationToken ct)
    {
        var marks = await Of(registration.NormalizedEmail, Now).OrderByDescending(r => r.AskedAt).Select(r => r.TokenHash.Substring(0, MarkLength)).Take(MostMarks).ToListAsync(ct);
        var secret = protector.Protect($"{Now.Add(Lifespan).Ticks} {string.Concat(marks)} {registration.NormalizedEmail}");
        return new(hub.Value.PublicOrigin, $"{(registration.Language == "en" ? "/en" : "")}/mon-espace/{secret}");
    }

    /// <returns>The registrations behind a link; null when it opens nothing, or no more.</returns>
    public IQueryable<Registration>? Open(string secret) =>
        Read(secret) is var (address, marks) ? Of(address, Now).Where(r => marks.Contains(r.TokenHash.Substring(0, MarkLength))) : null;

    /// <summary>For acts on everything an address has: the link must stand for all of it, none renewed or asked for since.</summary>
    /// <returns>The address as last typed; null when the link does not open all of it.</returns>
    public async Task<string?> FindAddressAsync(string secret, CancellationToken ct)
    {
        if (Read(secret) is not var (address, marks))
        {
            return null;
        }

        var all = Of(address, Now);
        return await all.AllAsync(r => marks.Contains(r.TokenHash.Substring(0, MarkLength)), ct)
            ? await all.OrderByDescending(r => r.AskedAt).Select(r => r.Email).FirstOrDefaultAsync(ct)
            : null;
    }

    private (string Address, List<string> Marks)? Read(string secret)
    {
        try
        {
            return protector.Unprotect(secret).Split(' ', 3) is [var until, var sealedMarks, var address]
                && long.Parse(until, System.Globalization.CultureInfo.InvariantCulture) > Now.Ticks
                ? (address, sealedMarks.Chunk(MarkLength).Select(mark => new string(mark)).ToList())
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Registration> Of(string address, DateTime now)
    {
        var from = now - Memory;
        var editions = db.Set<Events.Edition>().Where(e => e.EndsAt > from).Select(e => e.Id);
        return db.Registrations.Where(r => r.NormalizedEmail == address && editions.Contains(r.EditionId));
    }
}
