using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>What those who have a place on stage give the public to take home, before and after it.</summary>
public sealed class ProposalDocumentsModel(HubDbContext db, SessionFileOffice office, IStringLocalizer<PitchTexts> texts, IStringLocalizer<FileTexts> documents, TimeProvider clock) : AuthorPage(db, clock)
{
    [BindProperty]
    public DocumentInput Document { get; set; } = new();

    public MyDocuments Mine { get; private set; } = null!;

    /// <summary>Of their turn, as the public reads it.</summary>
    public string Title { get; private set; } = "";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostDocumentAsync()
    {
        if (await new DocumentReader(ModelState, texts, documents, nameof(Document)).ReadAsync(Document, Aborted) is not var (file, words))
        {
            return await ShowAsync();
        }

        if (await office.AddAsync(new(Edition.Id, Call.SessionId!.Value, Application.Id), file, words, Author.Id, null, Aborted) is SessionFileOutcome.Full)
        {
            ModelState.AddModelError("Document.File", documents["Full", SessionFile.MostOfOne, SessionFile.MostOfDay]);
            return await ShowAsync();
        }

        return Back("Added");
    }

    /// <summary>Whoever writes the proposal may: the turn is theirs together.</summary>
    public async Task<IActionResult> OnPostRemoveDocumentAsync(Guid file) =>
        await FilesOfTurn.Where(f => f.Id == file && f.SentBy != null).Select(f => f.SentBy).SingleOrDefaultAsync(Aborted) is { } sentBy
        && await office.RemoveAsync(Edition.Id, file, sentBy, null, Aborted) ? Back("Removed") : NotFound();

    protected override async Task<bool> MayOpenAsync() => Call.SessionId is not null && Edition.State is EditionState.Announced
        && await Db.StageOffers.AnyAsync(o => o.ApplicationId == Application.Id && o.State == StageOfferState.Confirmed, Aborted);

    private IQueryable<SessionFile> FilesOfTurn => Db.SessionFiles.Where(f => f.EditionId == Edition.Id && f.SlotId == Application.Id);

    private RedirectToPageResult Back(string notice)
    {
        TempData["Notice"] = documents[notice].Value;
        return RedirectToPage("/Pitches/ProposalDocuments", new { secret = Secret });
    }

    private async Task<IActionResult> ShowAsync()
    {
        var files = await FilesOfTurn.Where(f => f.SentBy != null).LinesAsync(Aborted);
        Title = (await Db.LastVersionsAsync([Application.Id], Aborted))[Application.Id].HeadingBy(Contest.Form) ?? Application.Organisation;
        Mine = new(files, new Dictionary<Guid, string>(), Document);
        return Page();
    }
}
