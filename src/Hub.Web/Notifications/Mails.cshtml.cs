using Hub.Core.Data;
using Hub.Core.Languages;
using Hub.Core.Notifications;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Notifications;

/// <summary>How the hub's mails are doing, and what did not leave.</summary>
public sealed class MailsModel(
    HubDbContext db, MailWatch watch, DeadLetterOffice office, TransportPause pause, IOptions<MailOptions> options, TimeProvider clock,
    IStringLocalizer<NotificationTexts> texts) : AdministratorPage(db)
{
    public const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public MailOptions Mail => options.Value;

    public MailFigures Figures { get; private set; } = null!;

    public int SentLastDay { get; private set; }

    /// <summary>Null while mails pass.</summary>
    public TransportTrouble? Trouble => pause.Trouble;

    public int Total { get; private set; }

    /// <summary>Dead letters first, then those that will be tried again.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    /// <summary>In words; its name in the database where there are none yet.</summary>
    public string Kind(OutboxMessage message) => texts[$"Kinds.{message.Kind}"] is { ResourceNotFound: false } words ? words : message.Kind;

    public async Task OnGetAsync()
    {
        Figures = await watch.ReadAsync(Aborted);
        var dayAgo = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        SentLastDay = await Db.Outbox.CountAsync(m => m.State == OutboxState.Sent && m.SentAt >= dayAgo, Aborted);
        var troubled = Db.Outbox.AsNoTracking().Troubled;
        Total = await troubled.CountAsync(Aborted);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Messages = await troubled
            .OrderBy(m => m.State == OutboxState.Pending ? 1 : 0).ThenByDescending(m => m.DueAt).ThenBy(m => m.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize)
            .ToListAsync(Aborted);
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid mail) => await office.RetryAsync(mail, Aborted) ? Tell(texts["Retried"]) : NotFound();

    public async Task<IActionResult> OnPostSetAsideAsync(Guid mail) => await office.SetAsideAsync(mail, Aborted) ? Tell(texts["WasSetAside"]) : NotFound();

    public async Task<IActionResult> OnPostRetryAllAsync() => Tell(await office.RetryAllAsync(Aborted) switch
    {
        0 => texts["RetriedNone"],
        1 => texts["RetriedOne"],
        var n => texts["RetriedMany", Spoken.Number(n)],
    });

    private RedirectToPageResult Tell(string notice)
    {
        TempData["Notice"] = notice;
        return RedirectToPage(new { p = Number });
    }
}
