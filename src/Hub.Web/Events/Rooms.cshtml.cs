using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>The rooms of a programme, in the order of its columns.</summary>
public sealed class RoomsModel(HubDbContext db, ProgrammeOffice office, IStringLocalizer<EventTexts> texts) : EditedEditionPage(db)
{
    public const int NameLength = 200;

    private const int MostSeats = 100_000;

    /// <summary>The one to word anew; null adds one.</summary>
    [BindProperty(SupportsGet = true, Name = "salle")]
    public Guid? RoomId { get; set; }

    [BindProperty, Display(Name = "Field.RoomName")]
    public string? RoomName { get; set; }

    [BindProperty, Display(Name = "Field.Seats")]
    public string? Seats { get; set; }

    public ProgrammePlan Plan { get; private set; } = ProgrammePlan.Empty;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (RoomId is null)
        {
            return Page();
        }

        if (Plan.Rooms.FirstOrDefault(r => r.Id == RoomId) is not { } room)
        {
            return NotFound();
        }

        (RoomName, Seats) = (room.Name, room.Seats?.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        LineReader lines = new(ModelState, texts, "");
        var name = lines.Line(nameof(RoomName), RoomName, NameLength, isRequired: true);
        var seats = string.IsNullOrWhiteSpace(Seats) ? (int?)null : lines.Number(nameof(Seats), Seats, 1, MostSeats);
        if (Plan.Rooms.Any(r => r.Id != RoomId && string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            lines.Refuse(nameof(RoomName), texts["RoomNameTaken"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (RoomId is { } id)
        {
            return Back((await office.ReviseRoomAsync(Edition.Id, new(id, name!, seats), User.AccountId, Aborted)).Outcome, "RoomSaved");
        }

        return Back(await office.AddRoomAsync(Edition.Id, name!, seats, User.AccountId, Aborted) is null ? ProgrammeOutcome.Full : ProgrammeOutcome.Done, "RoomAdded");
    }

    /// <param name="by">Columns to the right; to the left when negative.</param>
    public async Task<IActionResult> OnPostShiftAsync(Guid room, int by) =>
        Back((await office.ShiftRoomAsync(Edition.Id, room, by, User.AccountId, Aborted)).Outcome, "RoomSaved");

    public async Task<IActionResult> OnPostRemoveAsync(Guid room) =>
        Back((await office.RemoveRoomAsync(Edition.Id, room, User.AccountId, Aborted)).Outcome, "RoomRemoved");

    private IActionResult Back(ProgrammeOutcome outcome, string done)
    {
        if (outcome is ProgrammeOutcome.Missing)
        {
            return NotFound();
        }

        TempData["Notice"] = texts[outcome switch
        {
            ProgrammeOutcome.RoomTaken => "RoomInUse",
            ProgrammeOutcome.Full => "TooManyRooms",
            _ => done,
        }].Value;
        return RedirectToPage("/Events/Rooms", new { id = Edition.Id });
    }

    private async Task LoadAsync() => Plan = (await Db.DraftOfAsync(Edition.Id, Aborted)).Plan;
}
