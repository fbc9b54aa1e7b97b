using Hub.Core.Notifications;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Notifications;

/// <summary>One delivered mail; its HTML is shown as a mail program would, without scripts or pictures from elsewhere.</summary>
[AllowAnonymous, DevelopmentOnly, PrivatePage]
public sealed class LetterModel(MailFolder folder) : PageModel
{
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; "
        + "sandbox allow-popups allow-popups-to-escape-sandbox";

    public DeliveredMail Mail { get; private set; } = null!;

    public IEnumerable<string> FileNames => Mail.Parts.Select(part => part.FileName).OfType<string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetHtmlAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = MailPolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        // A link of the mail opens beside the page, since the frame it stands in may go nowhere.
        var html = (Mail.Find("text/html") ?? "").Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal);
        return Content(html, "text/html; charset=utf-8");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        var path = Path.Combine(folder.Path, $"{id:N}.eml");
        if (!System.IO.File.Exists(path))
        {
            return false;
        }

        Mail = await DeliveredMail.ReadAsync(path, ct);
        return true;
    }
}
