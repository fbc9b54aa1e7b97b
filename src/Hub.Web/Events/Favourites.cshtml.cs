using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Hub.Web.Events;

/// <summary>
/// What somebody keeps of a day: chosen in a form, taken to another device by a link that holds it, and added there.
/// </summary>
[AllowAnonymous, PrivatePage]
public sealed class FavouritesModel(HubDbContext db, TimeProvider clock, FavouriteLinks links, IOptions<HubOptions> hub) : DayPage(db, clock)
{
    /// <summary>Somebody's favourites, as another device gave them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Link { get; set; }

    [BindProperty(SupportsGet = true, Name = "garde")]
    public string? Saved { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>What this browser keeps of this day.</summary>
    public IReadOnlyList<Session> Kept { get; private set; } = [];

    /// <summary>What the link brings; null when there is none, or none that can be read.</summary>
    public IReadOnlyList<Session>? Brought { get; private set; }

    public bool IsDamaged => Link is not null && Brought is null;

    /// <summary>Everything that can be kept.</summary>
    public IEnumerable<Session> Choices => Sessions.Where(s => !s.IsPause);

    /// <summary>Where another device finds what this one keeps.</summary>
    public Uri Carried => Feed.Address(HttpContext, hub.Value, $"/journees/{Edition.Slug}/favoris/{links.Write(Edition, Kept.Select(s => s.Code))}");

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await ReadAsync(slug, ct))
        {
            return NotFound();
        }

        Response.StatusCode = IsDamaged ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await ReadAsync(slug, ct))
        {
            return NotFound();
        }

        if (IsDamaged)
        {
            return RedirectToPage();
        }

        // A link adds to what is here; the form says all of it.
        var kept = Brought is null ? Codes : Kept.Concat(Brought).Select(s => s.Code).Distinct(StringComparer.Ordinal);
        FavouriteCookie.Write(HttpContext, [.. Sessions.Select(s => s.Code)], kept);
        return RedirectToPage("/Events/Favourites", new { slug, link = (string?)null, garde = "1" });
    }

    private async Task<bool> ReadAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct) || !Edition.IsPublic)
        {
            return false;
        }

        await ReadProgrammeAsync(ct);
        Kept = Of(FavouriteCookie.Read(Request));
        Brought = Link is not null && links.Read(Edition, Link) is { } codes ? Of(codes) : null;
        return true;
    }

    private List<Session> Of(IReadOnlyList<string> codes) => [.. Choices.Where(s => codes.Contains(s.Code))];
}
