using System.Globalization;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Pitches;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>The page of a day, the same for everybody: what is personal is painted by a script.</summary>
[AllowAnonymous]
public sealed class DayModel(HubDbContext db, TimeProvider clock) : DayPage(db, clock)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Date of the programme to open; another word is passed over.</summary>
    [BindProperty(SupportsGet = true, Name = "jour")]
    public string? AskedDate { get; set; }

    /// <summary>Kinds of session to show; other words are passed over.</summary>
    [BindProperty(SupportsGet = true, Name = "type")]
    public IReadOnlyList<string> AskedKinds { get; set; } = [];

    /// <summary>Wall dates that have sessions.</summary>
    public IReadOnlyList<DateTime> Dates { get; private set; } = [];

    public DateTime Date { get; private set; }

    /// <summary>What the programme of the date can be narrowed to.</summary>
    public IReadOnlyList<SessionKind> Kinds { get; private set; } = [];

    /// <summary>What it is narrowed to; none: everything.</summary>
    public IReadOnlyList<SessionKind> Chosen { get; private set; } = [];

    /// <summary>Slots of the date, whatever is shown.</summary>
    public int SlotCount { get; private set; }

    /// <summary>Null when nothing is to be shown.</summary>
    public ProgrammeGrid? Programme { get; private set; }

    public IReadOnlyList<Speaker> Speakers { get; private set; } = [];

    public DayPicture? Picture { get; private set; }

    /// <summary>Where something can be proposed, now or soon.</summary>
    public IReadOnlyList<DayCall> Calls { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        await ReadProgrammeAsync(ct);
        Picture = await Db.EditionImages.Where(i => i.EditionId == Edition.Id)
            .Select(i => new DayPicture(i.Hash, i.Width, i.Height, i.Alt, i.EnglishAlt, i.Credit)).SingleOrDefaultAsync(ct);
        Calls = await (from call in Db.CallsForPitches
                       join contest in Db.Contests on call.Id equals contest.Id
                       where call.EditionId == Edition.Id && call.State == CallState.Published && contest.ClosesAt > Now
                       orderby contest.ClosesAt, call.Slug
                       select new DayCall(call.Slug, call.Title, call.EnglishTitle, call.TimeZone, contest.OpensAt, contest.ClosesAt)).ToListAsync(ct);
        Speakers = Speaker.Of(Sessions);
        Narrow();
        return Page();
    }

    /// <summary>How many slots are shown, and of how many.</summary>
    public string Count(IStringLocalizer texts) => (Programme?.Slots.Count ?? 0) switch
    {
        1 when SlotCount > 1 => texts["SlotsOneOf", Spoken.Number(SlotCount)],
        var shown when shown < SlotCount => texts["SlotsOf", Spoken.Number(shown), Spoken.Number(SlotCount)],
        1 => texts["SlotsOne"],
        var all => texts["SlotsMany", Spoken.Number(all)],
    };

    /// <summary>As an address says it.</summary>
    public static string Machine(DateTime date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    private void Narrow()
    {
        Dates = [.. Sessions.Select(s => s.LocalStart.Date).Distinct()];
        if (Dates.Count == 0)
        {
            return;
        }

        var today = Spoken.WallTime(Now, Edition.TimeZone).Date;
        Date = Dates.FirstOrDefault(d => Machine(d) == AskedDate, Dates.Contains(today) ? today : Dates[0]);
        List<Session> all = [.. Sessions.Where(s => s.LocalStart.Date == Date)];
        SlotCount = all.Count;
        Kinds = [.. all.Where(s => !s.IsPause).Select(s => s.Kind).Distinct()];
        Chosen = [.. Kinds.Where(k => AskedKinds.Contains($"{k}", StringComparer.OrdinalIgnoreCase))];
        Programme = ProgrammeGrid.Of([.. all.Where(s => Chosen.Count == 0 || Chosen.Contains(s.Kind))], Rooms, Edition.TimeZone).SingleOrDefault();
    }
}

/// <param name="TimeZone">IANA.</param>
/// <param name="OpensAt">UTC.</param>
/// <param name="ClosesAt">UTC.</param>
public sealed record DayCall(string Slug, string Title, string? EnglishTitle, string TimeZone, DateTime OpensAt, DateTime ClosesAt);

/// <param name="Hash">Its name in addresses.</param>
public sealed record DayPicture(string Hash, int Width, int Height, string Alt, string? EnglishAlt, string Credit);
