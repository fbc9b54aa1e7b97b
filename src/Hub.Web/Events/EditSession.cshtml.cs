using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Adds a session to the programme, or changes one.</summary>
public sealed class EditSessionModel(HubDbContext db, ProgrammeOffice office, IStringLocalizer<EventTexts> texts) : EditedEditionPage(db)
{
    private const int LongestMinutes = 24 * 60;

    /// <summary>Null adds one.</summary>
    [BindProperty(SupportsGet = true, Name = "session")]
    public Guid? SessionId { get; set; }

    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (SessionId is null)
        {
            var last = await Db.Sessions.Where(s => s.EditionId == Edition.Id).MaxAsync(s => (DateTime?)s.EndsAt, Aborted);
            Input = SessionInput.After(last ?? Edition.StartsAt, Edition.TimeZone);
            return await ShowAsync();
        }

        if (await FindAsync() is not { } session)
        {
            return NotFound();
        }

        Input = SessionInput.From(session, Edition.TimeZone);
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (SessionId is not null && await FindAsync() is null)
        {
            return NotFound();
        }

        if (Read() is not { } facts)
        {
            return await ShowAsync();
        }

        if (!await office.WriteSessionAsync(Edition.Id, SessionId, facts, User.AccountId, Aborted))
        {
            return NotFound();
        }

        TempData["Notice"] = texts["SessionSaved"].Value;
        return RedirectToPage("/Events/Programme", new { id = Edition.Id });
    }

    private SessionFacts? Read()
    {
        LineReader lines = new(ModelState, texts, "Input");
        var title = lines.Line(nameof(Input.Title), Input.Title, EditionFacts.LineLength, isRequired: true);
        var minutes = lines.Number(nameof(Input.Minutes), Input.Minutes, 5, LongestMinutes);
        var speakers = lines.Text(nameof(Input.Speakers), Input.Speakers, EditionFacts.TextLength);
        var summary = lines.Text(nameof(Input.Abstract), Input.Abstract, EditionFacts.TextLength);
        var englishTitle = lines.Line(nameof(Input.EnglishTitle), Input.EnglishTitle, EditionFacts.LineLength, isRequired: false);
        var englishAbstract = lines.Text(nameof(Input.EnglishAbstract), Input.EnglishAbstract, EditionFacts.TextLength);
        var start = new WallTimeReader(ModelState, texts, Edition.TimeZone) { TakesFirst = true }.Read(Input.Start, "Input.Start", isRequired: true);
        if (Input.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            lines.Refuse(nameof(Input.Kind), texts["ChooseOne"]);
            return null;
        }

        return !ModelState.IsValid ? null : new(kind, title!, Input.RoomId, start!.Wall, minutes, speakers, summary)
        {
            EnglishTitle = englishTitle,
            EnglishAbstract = englishAbstract,
        };
    }

    private Task<Session?> FindAsync() =>
        Db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == SessionId && s.EditionId == Edition.Id, Aborted);

    private async Task<IActionResult> ShowAsync()
    {
        Rooms = await Db.Rooms.AsNoTracking().Where(r => r.EditionId == Edition.Id).OrderBy(r => r.Position).ToListAsync(Aborted);
        return Page();
    }
}
