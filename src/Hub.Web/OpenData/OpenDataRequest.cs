using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.OpenData;

/// <summary>What open data is made with.</summary>
public sealed record OpenDataRequest(
    HubDbContext Db, CalendarHost Host, IOptions<HubOptions> Hub, IStringLocalizer<OpenDataTexts> Texts, IStringLocalizer<SharedTexts> Refusals, TimeProvider Clock, HttpContext Http)
{
    /// <summary>UTC.</summary>
    public DateTime Now { get; } = Clock.GetUtcNow().UtcDateTime;

    public string Language => Http.Request.IsEnglish() ? "en" : "fr";

    public IQueryable<Edition> Days => Db.Editions.AsNoTracking().Public;

    public Uri Address(string path) => Feed.Address(Http, Hub.Value, path);

    /// <returns>Names by id.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> OrganisationsAsync(IEnumerable<Edition> editions, CancellationToken ct)
    {
        var ids = editions.Select(e => e.OrganisationId).Distinct().ToList();
        return await Db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
    }
}
