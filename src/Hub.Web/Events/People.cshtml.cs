using Hub.Core.Data;
using Hub.Core.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Events;

/// <summary>Everybody who speaks on a day.</summary>
[AllowAnonymous]
public sealed class PeopleModel(HubDbContext db, TimeProvider clock) : DayPage(db, clock)
{
    public IReadOnlyList<Speaker> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        await ReadProgrammeAsync(ct);
        People = [.. Speaker.Of(Sessions, await Db.SpeakerProfilesAsync(Edition.Id, ct)).OrderBy(s => s.Order.Last, StringComparer.Ordinal).ThenBy(s => s.Order.All, StringComparer.Ordinal)];
        return Page();
    }
}
