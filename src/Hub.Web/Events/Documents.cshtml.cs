using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>What was shown in a session, to take home: organisers add, look and remove.</summary>
public sealed class DocumentsModel(HubDbContext db, SessionFileOffice office, IStringLocalizer<EventTexts> fields, IStringLocalizer<FileTexts> texts) : EditedEditionPage(db)
{
    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    public PlannedSession Session { get; private set; } = null!;

    public IReadOnlyList<SessionFileLine> Files { get; private set; } = [];

    /// <summary>Turns of its running order, to which a document may belong.</summary>
    public IReadOnlyList<Slot> Turns { get; private set; } = [];

    /// <summary>Who sent what is not the organisers' own, by invitation or author.</summary>
    public IReadOnlyDictionary<Guid, string> Senders { get; private set; } = new Dictionary<Guid, string>();

    public Task<IActionResult> OnGetAsync(Guid session) => IfKnownAsync(session, ShowAsync);

    public Task<IActionResult> OnGetFileAsync(Guid session, Guid file) => IfKnownAsync(session, async () =>
    {
        if (await Db.SessionFiles.AsNoTracking().SingleOrDefaultAsync(f => f.EditionId == Edition.Id && f.SessionId == session && f.Id == file, Aborted) is not { } found)
        {
            return NotFound();
        }

        await HttpContext.Download(found).ExecuteAsync(HttpContext);
        return new EmptyResult();
    });

    public Task<IActionResult> OnPostAsync(Guid session) => IfKnownAsync(session, async () =>
    {
        if (await new DocumentReader(ModelState, fields, texts, nameof(Input)).ReadAsync(Input, Aborted) is not var (file, words))
        {
            return await ShowAsync();
        }

        Guid? turn = Turns.FirstOrDefault(t => t.Id == Input.Session)?.Id;
        if (await office.AddAsync(new(Edition.Id, session, turn), file, words, null, User.AccountId, Aborted) is SessionFileOutcome.Full)
        {
            ModelState.AddModelError("Input.File", texts["Full", SessionFile.MostOfOne, SessionFile.MostOfDay]);
            return await ShowAsync();
        }

        return Back("Added");
    });

    public Task<IActionResult> OnPostRemoveAsync(Guid session, Guid file) => IfKnownAsync(session, async () =>
        await Db.SessionFiles.AnyAsync(f => f.Id == file && f.SessionId == session, Aborted) && await office.RemoveAsync(Edition.Id, file, null, User.AccountId, Aborted)
            ? Back("Removed")
            : NotFound());

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage("/Events/Documents", new { id = Edition.Id, session = Session.Id });
    }

    private async Task<IActionResult> IfKnownAsync(Guid session, Func<Task<IActionResult>> then)
    {
        if ((await Db.DraftOfAsync(Edition.Id, Aborted)).Plan.Find(session) is not { } known)
        {
            return NotFound();
        }

        Session = known;
        Turns = (await Db.RunningOrders.AsNoTracking().SingleOrDefaultAsync(o => o.SessionId == session, Aborted))?.Slots ?? [];
        return await then();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Files = await Db.SessionFiles.Where(f => f.EditionId == Edition.Id && f.SessionId == Session.Id).LinesAsync(Aborted);
        var senders = Files.Select(f => f.SentBy).OfType<Guid>().ToList();
        Senders = await Db.SpeakerInvitations.Where(i => senders.Contains(i.Id)).Select(i => new { i.Id, i.Name })
            .Concat(Db.Authors.Where(a => senders.Contains(a.Id)).Select(a => new { a.Id, a.Name })).ToDictionaryAsync(i => i.Id, i => i.Name, Aborted);
        return Page();
    }
}
