using System.Globalization;
using Hub.Core.Audit;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Audit;

/// <summary>Who did what: everything for administrators; for others, what concerns their organisations, their days and themselves.</summary>
[PrivatePage]
public sealed class JournalModel(HubDbContext db) : PageModel
{
    public const int PageSize = 100;

    private const string Zone = "Europe/Paris";

    /// <summary>A part of the address of who acted.</summary>
    [BindProperty(SupportsGet = true, Name = "qui")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "geste")]
    public string? Command { get; set; }

    /// <summary>First day, by the clocks of Paris, as yyyy-MM-dd.</summary>
    [BindProperty(SupportsGet = true, Name = "du")]
    public string? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true, Name = "au")]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public bool IsAdministrator { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<string> Commands { get; private set; } = [];

    public IReadOnlyList<JournalLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var me = User.AccountId;
        IsAdministrator = await db.Users.AnyAsync(u => u.Id == me && u.IsAdministrator, ct);
        var visible = IsAdministrator ? db.Audit : db.AuditVisibleTo(me);
        Commands = await visible.Select(e => e.Command).Distinct().OrderBy(c => c).ToListAsync(ct);
        var found = Narrow(visible);
        Total = await found.CountAsync(ct);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var entries = await found.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var names = await AuditNames.ReadAsync(db, entries, ct);
        Lines = entries.ConvertAll(e => new JournalLine(
            e.At, e.AccountId is { } by ? names.Of(by) ?? "" : null, e.Command, names.Of(e.SubjectId) ?? "", names.Spell(e.Details), IsAdministrator ? e.Origin : null));
    }

    private IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> entries)
    {
        if (!string.IsNullOrWhiteSpace(Who))
        {
            var asked = Who.Trim().ToUpperInvariant();
            entries = entries.Where(e => db.Users.Any(u => u.Id == e.AccountId && u.NormalizedEmail!.Contains(asked)));
        }

        if (!string.IsNullOrEmpty(Command))
        {
            entries = entries.Where(e => e.Command == Command);
        }

        if (Day(From) is { } first)
        {
            entries = entries.Where(e => e.At >= first);
        }

        if (Day(Until) is { } last)
        {
            var end = last.AddDays(1);
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    /// <returns>When that day begins, UTC; null for what is no day.</returns>
    private static DateTime? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? WallClock.Resolve(day.ToDateTime(TimeOnly.MinValue), Zone).Earliest
            : null;
}

/// <param name="At">UTC.</param>
/// <param name="Who">Address of the account; null for the hub itself, and for who holds a personal link.</param>
/// <param name="Subject">Name of what it was done to; empty when that is gone.</param>
/// <param name="Origin">Network address; null for who need not know.</param>
public sealed record JournalLine(DateTime At, string? Who, string Command, string Subject, string? Details, string? Origin);
