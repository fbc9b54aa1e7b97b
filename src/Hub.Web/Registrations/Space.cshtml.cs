using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Registrations;

/// <summary>All the registrations of one address, the next thing first.</summary>
[AllowAnonymous, PrivatePage]
public sealed class SpaceModel(HubDbContext db, PersonalSpace space, RegistrationLinks links, TimeProvider clock) : PageModel
{
    /// <summary>Nobody goes to more days in a year.</summary>
    private const int Most = 50;

    /// <summary>The next day the person has a place at, or waits for one.</summary>
    public SpaceRow? Next { get; private set; }

    public IReadOnlyList<SpaceRow> Others { get; private set; } = [];

    /// <summary>In the address.</summary>
    public string Secret => RouteData.Values["secret"] as string ?? "";

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken ct)
    {
        if (space.Open(secret) is not { } mine)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await (from registration in mine.AsNoTracking()
                          join edition in db.Editions.AsNoTracking() on registration.EditionId equals edition.Id
                          orderby edition.EndsAt > now ? 0 : 1, edition.StartsAt, registration.Id
                          select new { registration, edition }).Take(Most).ToListAsync(ct);
        var all = rows.ConvertAll(r => new SpaceRow(r.registration, r.edition, links.PathOf(r.registration)));
        Next = all.Find(r => r.Registration.IsActive && r.Edition.EndsAt > now && r.Edition.State is not EditionState.Cancelled);
        Others = all.FindAll(r => r != Next);
        return Page();
    }
}

/// <param name="Page">Path of the registration's own page, without the language.</param>
public sealed record SpaceRow(Registration Registration, Edition Edition, string Page);
