using System.ComponentModel.DataAnnotations;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

public sealed class ProgrammeModel(HubDbContext db, ProgrammeOffice office, IStringLocalizer<EventTexts> texts) : EditedEditionPage(db)
{
    private const int RoomNameLength = 200;

    [BindProperty, Display(Name = "Field.RoomName")]
    public string? RoomName { get; set; }

    [BindProperty, Display(Name = "Field.Seats")]
    public string? Seats { get; set; }

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    /// <summary>In time order, then room order.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public IReadOnlyList<ProgrammeDoubt> Doubts { get; private set; } = [];

    public Room? RoomOf(Session session) => Rooms.FirstOrDefault(r => r.Id == session.RoomId);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAddRoomAsync()
    {
        LineReader lines = new(ModelState, texts, "");
        var name = lines.Line(nameof(RoomName), RoomName, RoomNameLength, isRequired: true);
        var seats = string.IsNullOrWhiteSpace(Seats) ? (int?)null : lines.Number(nameof(Seats), Seats, 1, 100_000);
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }

        await office.AddRoomAsync(Edition.Id, name!, seats, User.AccountId, Aborted);
        return Back("RoomAdded");
    }

    public async Task<IActionResult> OnPostRemoveRoomAsync(Guid room)
    {
        if (!await Db.Rooms.AnyAsync(r => r.Id == room && r.EditionId == Edition.Id, Aborted))
        {
            return NotFound();
        }

        return Back(await office.RemoveRoomAsync(Edition.Id, room, User.AccountId, Aborted) ? "RoomRemoved" : "RoomInUse");
    }

    private async Task LoadAsync()
    {
        Rooms = await Db.Rooms.AsNoTracking().Where(r => r.EditionId == Edition.Id).OrderBy(r => r.Position).ThenBy(r => r.Id).ToListAsync(Aborted);
        var sessions = await Db.Sessions.AsNoTracking().Where(s => s.EditionId == Edition.Id).ToListAsync(Aborted);
        Sessions = [.. sessions.OrderBy(s => s.StartsAt).ThenBy(s => RoomOf(s)?.Position ?? -1).ThenBy(s => s.Id)];
        Doubts = ProgrammeDoubt.In(Edition, sessions);
    }

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Events/Programme", new { id = Edition.Id });
    }
}
