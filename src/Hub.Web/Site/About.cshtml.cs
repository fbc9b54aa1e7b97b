using System.Globalization;
using Hub.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Site;

[AllowAnonymous]
public sealed class AboutModel(HubDbContext db) : PageModel
{
    public string Name { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Text { get; private set; } = "";

    public async Task OnGetAsync(string name, CancellationToken ct)
    {
        Name = name.ToLowerInvariant();
        Text = await SitePage.ReadAsync(db, Name, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ct);
    }
}
