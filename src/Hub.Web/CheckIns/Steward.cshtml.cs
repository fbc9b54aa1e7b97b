using Hub.Core.CheckIns;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.CheckIns;

/// <summary>The door of one day, for whoever has a steward's link.</summary>
[AllowAnonymous, PrivatePage]
public sealed class StewardModel(StewardLinkOffice links, CheckInDesk desk, CheckInBoard board) : PageModel
{
    public CheckInBoard Board => board;

    public Edition Edition { get; private set; } = null!;

    public StewardLink Link { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret, [FromQuery(Name = "q")] string? search, [FromQuery(Name = "vu")] Guid? seen, CancellationToken ct)
    {
        if (!await OpenAsync(secret, ct))
        {
            return NotFound();
        }

        await board.LoadAsync(Edition, search, seen, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostCheckInAsync(string secret, Guid person, CancellationToken ct) =>
        await OpenAsync(secret, ct) ? Leave(secret, person, await desk.CheckInAsync(Edition.Id, person, CheckInActor.Steward(Link), ct), undone: false) : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(string secret, Guid person, CancellationToken ct) =>
        await OpenAsync(secret, ct) ? Leave(secret, person, await desk.UndoAsync(Edition.Id, person, CheckInActor.Steward(Link), ct), undone: true) : NotFound();

    private async Task<bool> OpenAsync(string secret, CancellationToken ct)
    {
        if (await links.OpenAsync(secret, ct) is not { } open)
        {
            return false;
        }

        (Link, Edition) = (open.Link, open.Edition);
        return true;
    }

    private IActionResult Leave(string secret, Guid person, CheckInAnswer answer, bool undone)
    {
        if (answer.Outcome is CheckInOutcome.Unknown or CheckInOutcome.Gone)
        {
            return NotFound();
        }

        CheckInNotices.Leave(TempData, board.Say(answer, Edition, undone));
        return RedirectToPage(new { secret, vu = person });
    }
}
