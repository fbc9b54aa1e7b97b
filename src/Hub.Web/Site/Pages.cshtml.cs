using Hub.Core.Data;
using Hub.Core.Site;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Site;

/// <summary>The pages whose words an administrator may write.</summary>
public sealed class PagesModel(HubDbContext db) : AdministratorPage(db)
{
    private Dictionary<(string Name, string Language), DateTime> own = [];

    /// <summary>UTC; null while the hub's own words stand.</summary>
    public DateTime? RevisedAt(string name, string language) => own.TryGetValue((name, language), out var at) ? at : null;

    public async Task OnGetAsync() =>
        own = await Db.SiteTexts.Select(t => new { t.Name, t.Language, t.RevisedAt }).ToDictionaryAsync(t => (t.Name, t.Language), t => t.RevisedAt, Aborted);
}
