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

    private readonly IDataProtector protector = protection.CreateProtector("Hub.Registrations.Space");

    /// <summary>Mails the link, at the most once in ten minutes. Nobody learns from it whether the address is known.</summary>
    public Task AskAsync(string email, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = Now;
                if (await Of(Registration.Normalize(email), now).OrderByDescending(r => r.AskedAt).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct) is { } latest)
                {
                    await db.PromiseOnceAsync(RegistrationMailKinds.Space, latest, now.Ticks / SameRequest.Ticks, now, ct);
                }
            },
            ct);

    /// <summary>Its page, in the person's language; opens from now on and for an hour.</summary>
    public Uri LinkFor(Registration registration)
    {
        var secret = protector.Protect($"{Now.Add(Lifespan).Ticks} {registration.NormalizedEmail}");
        return new(hub.Value.PublicOrigin, $"{(registration.Language == "en" ? "/en" : "")}/mon-espace/{secret}");
    }

    /// <returns>The registrations behind a link; null when it opens nothing, or no more.</returns>
    public IQueryable<Registration>? Open(string secret)
    {
        try
        {
            var parts = protector.Unprotect(secret).Split(' ', 2);
            return long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) > Now.Ticks ? Of(parts[1], Now) : null;
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
