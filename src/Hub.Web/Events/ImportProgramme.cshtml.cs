using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Files;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>
/// Takes a programme out of a file: first shows what would change, then replaces the draft. The page itself carries the file from one to the
/// other, and it is read anew: nothing the browser sends is believed.
/// </summary>
[RequestFormLimits(ValueLengthLimit = MostPacked)]
public sealed class ImportProgrammeModel(HubDbContext db, ProgrammeImports imports, ProgrammeOffice office, IStringLocalizer<ImportTexts> texts) : EditedEditionPage(db)
{
    /// <summary>Of each list.</summary>
    public const int MostShown = 100;

    /// <summary>Letters of the largest file that packs badly.</summary>
    private const int MostPacked = 8_000_000;

    private const int FileNameLength = 100;

    [BindProperty]
    public IFormFile? Sent { get; set; }

    /// <summary>The file that the preview is of.</summary>
    [BindProperty]
    public string? Packed { get; set; }

    [BindProperty]
    public string? FileName { get; set; }

    /// <summary>Of the draft that the preview is of.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public IList<ImportedKindInput> Kinds { get; set; } = [];

    /// <summary>The first date of the file becomes the first of the day.</summary>
    [BindProperty]
    public bool Shifts { get; set; }

    /// <summary>Null before a file was sent.</summary>
    public ImportOutcome? Outcome { get; private set; }

    public ProgrammeDifference? Difference { get; private set; }

    /// <summary>Sessions of the file in the same room at the same time.</summary>
    public IReadOnlyList<ProgrammeDoubt> Overlaps { get; private set; } = [];

    /// <summary>A colleague changed the draft after the preview.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Nothing is wrong with the file but its dates, which another choice may mend.</summary>
    public bool CanShift => Outcome is { Dates: { } dates } && dates.CanShift(Edition) && Outcome.Problems.All(p => p.Kind is ImportProblemKind.TooFar);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Sent is not { } sent)
        {
            return Refuse();
        }

        (Packed, Shifts, FileName) = (null, false, FileNames.Clean(sent.FileName, FileNameLength));
        if (sent.Length > ProgrammeFile.MostBytes)
        {
            Outcome = new(ProgrammePlan.Empty, [new(ImportProblemKind.TooLarge, ImportPlace.File)]);
            return Page();
        }

        await using MemoryStream bytes = new();
        await sent.CopyToAsync(bytes, Aborted);
        await HoldAsync(bytes.ToArray());
        return Page();
    }

    /// <summary>The same file on its own dates, or on those of the day.</summary>
    public async Task<IActionResult> OnPostShiftAsync()
    {
        if (ProgrammeFile.Unpack(Packed) is not { } bytes)
        {
            return Refuse();
        }

        (Shifts, FileName) = (!Shifts, FileNames.Clean(FileName, FileNameLength));
        await HoldAsync(bytes);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (ProgrammeFile.Unpack(Packed) is not { } bytes)
        {
            return Refuse();
        }

        FileName = FileNames.Clean(FileName, FileNameLength);
        var read = Revision;
        await HoldAsync(bytes);
        if (Outcome!.Problems.Count > 0)
        {
            return Page();
        }

        var result = await office.PutAsync(Edition.Id, Outcome.Plan, FileName, User.AccountId, read, Outcome.Turns, Aborted);
        if (result.Outcome is ProgrammeOutcome.Done)
        {
            TempData["Notice"] = texts["ImportDone"].Value;
            return RedirectToPage("/Events/Programme", new { id = Edition.Id });
        }

        IsStale = true;
        return Page();
    }

    private async Task HoldAsync(byte[] bytes)
    {
        var said = Kinds.Where(k => k is { Type: not null, Kind: { } kind } && Enum.IsDefined(kind))
            .DistinctBy(k => ImportedKinds.KeyOf(k.Type!), StringComparer.Ordinal).ToDictionary(k => ImportedKinds.KeyOf(k.Type!), k => k.Kind!.Value, StringComparer.Ordinal);
        (Outcome, var draft) = await imports.HoldAsync(Edition, ProgrammeFile.Read(bytes), said, Shifts, Aborted);
        ModelState.Clear();
        Revision = draft.Revision;
        Packed = Outcome.Problems.Count == 0 || CanShift ? ProgrammeFile.Pack(bytes) : null;
        if (Outcome.Problems.Count == 0)
        {
            Kinds = [.. Outcome.UnknownTypes.Select(t => new ImportedKindInput { Type = t.Type, Kind = t.Kind })];
            Difference = ProgrammeDifference.Between(draft.Plan, Outcome.Plan);
            Overlaps = [.. ProgrammeDoubt.In(Edition, Outcome.Plan.RoomsOf(Edition), Outcome.Plan.SessionsOf(Edition)).Where(d => d.Kind is ProgrammeDoubtKind.RoomTaken)];
        }
    }

    private PageResult Refuse()
    {
        ModelState.Clear();
        ModelState.AddModelError(nameof(Sent), texts["ImportNoFile"]);
        return Page();
    }
}
