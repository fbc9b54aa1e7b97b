using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Registrations;

/// <summary>A page that only who has the link of a registration can open.</summary>
public abstract class PersonalPage(HubDbContext db, TimeProvider clock) : PageModel
{
    public Registration Registration { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    public EditionPhase Phase { get; private set; }

    /// <summary>A place can be changed or given back until its day is over or cancelled.</summary>
    public bool CanChange => Registration.IsActive && Phase is not (EditionPhase.Cancelled or EditionPhase.Completed);

    /// <summary>As in the address.</summary>
    public string Token { get; private set; } = "";

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    protected HubDbContext Db => db;

    /// <returns>False when no registration has this link, now.</returns>
    protected async Task<bool> LoadAsync(string token, CancellationToken ct)
    {
        var hash = Tokens.Hash(token);
        if (token.Length != Tokens.Length || await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.TokenHash == hash, ct) is not { } registration)
        {
            return false;
        }

        (Token, Registration) = (token, registration);
        Edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == registration.EditionId, ct);
        Phase = Edition.PhaseAt(Now);
        return true;
    }
}
