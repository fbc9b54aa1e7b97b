using System.Globalization;
using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Events;

/// <summary>The home page and the agenda: the home adds who we are, and shows the first days only.</summary>
[AllowAnonymous]
public sealed class AgendaModel(HubDbContext db, TimeProvider clock) : PageModel
{
    /// <summary>What a script replaces when the filter changes.</summary>
    public const string Fragments = "compte resultats carte prochaine abonnement";

    private const int PageSize = 50;
    private const int HomeSize = 6;
    private const int MonthSize = 400;

    public AgendaFilter Filter { get; private set; } = AgendaFilter.None;

    /// <summary>For calendars: a month one leafs through is not one that one asked for.</summary>
    public AgendaFilter FeedFilter => View is AgendaView.Month ? Filter with { Period = null } : Filter;

    /// <summary>The parameter of the address that nobody can make sense of; all days are shown then.</summary>
    public string? Wrong { get; private set; }

    public AgendaView View { get; private set; }

    public bool IsPast { get; private set; }

    /// <summary>Only the days that this browser keeps.</summary>
    public bool IsMine { get; private set; }

    public bool IsHome { get; private set; }

    /// <summary>Wall time in Paris.</summary>
    public DateTime Today { get; private set; }

    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    public AgendaFacets Facets { get; private set; } = null!;

    public int Count => Facets.Chosen.Count;

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => Math.Max((Count + PageSize - 1) / PageSize, 1);

    /// <summary>Of the list; by month of their wall date.</summary>
    public IReadOnlyList<IGrouping<DateTime, AgendaDay>> Months { get; private set; } = [];

    /// <summary>Days that the list does not show yet, on the home page.</summary>
    public int More => IsHome ? Math.Max(Count - HomeSize, 0) : 0;

    public AgendaMonth? Month { get; private set; }

    /// <summary>The next day that takes place; on the home page only.</summary>
    public AgendaDay? Next { get; private set; }

    /// <summary>On the home page only: days to come, and the régions they are in.</summary>
    public (int Days, int Regions) Totals { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Today = Spoken.WallTime(now, FrenchTimeZones.Paris);
        Themes = await db.Themes.AsNoTracking().OrderBy(t => t.Position).ThenBy(t => t.Code).ToListAsync(ct);
        var isRead = Request.TryReadAgendaFilter(now, Themes.Select(t => t.Code), out var filter, out var wrong);
        var view = AgendaViews.Find(Request.Query[AgendaViews.QueryName]);
        (Filter, Wrong, View) = (filter, isRead && view is null ? AgendaViews.QueryName : wrong, view ?? AgendaView.List);
        IsPast = View is not AgendaView.Month && Request.Query["passees"] == "1";
        IsMine = Request.Query["favoris"] == "1";
        IsHome = Request.Path == "/" && !IsPast && !IsMine && View is AgendaView.List;
        if (IsMine)
        {
            Response.Headers.CacheControl = "no-store";
        }

        await CountAsync(now, ct);
        await (View switch
        {
            AgendaView.List => ListAsync(now, ct),
            AgendaView.Month => FillMonthAsync(now, ct),
            _ => Task.CompletedTask,
        });
    }

    /// <summary>The agenda under another filter, the view staying what it is.</summary>
    public string AddressOf(AgendaFilter filter) => AddressOf(filter, View, IsPast);

    public string AddressOf(AgendaFilter filter, AgendaView view, bool isPast)
    {
        var page = IsHome && view is AgendaView.List && !isPast ? "~/" : "~/agenda";
        KeyValuePair<string, string?>[] query = [.. filter.Parts!, new(AgendaViews.QueryName, view.Name), new("passees", isPast ? "1" : null), new("favoris", IsMine ? "1" : null)];
        return QueryHelpers.AddQueryString(Url.Content(page), query.Where(q => q.Value is not null));
    }

    public string AddressOf(Region region) => AddressOf(Filter with { Region = region }) + "#agenda";

    private IQueryable<Edition> Days
    {
        get
        {
            var kept = IsMine ? FavouriteDays.Read(Request) : [];
            var days = db.Editions.AsNoTracking().Public;
            return IsMine ? days.Where(e => kept.Contains(e.Id)) : days;
        }
    }

    private async Task CountAsync(DateTime now, CancellationToken ct)
    {
        // A month is shown whole, with what is over of it.
        var since = View is AgendaView.Month ? AgendaPeriod.OfMonth(Today).From.AddDays(-1) : now;
        var days = Days;
        var (from, until) = View is AgendaView.Month && Filter.Period is { } period ? (period.From, period.Until) : default;
        var side = IsPast ? days.Where(e => e.EndsAt <= now) : days.Where(e => e.EndsAt > since || (e.LocalStart < until && e.LocalEnd >= from));
        var asked = Filter with { Region = null, ThemeCode = null, Format = null, Period = null };
        Facets = new(await FacetsAsync(asked.Apply(side), ct), Filter);
        if (IsHome)
        {
            var all = asked == AgendaFilter.None ? Facets.All : await FacetsAsync(side, ct);
            Totals = (all.Count, all.DistinctBy(d => d.RegionCode).Count());
        }
    }

    private static Task<List<AgendaFacet>> FacetsAsync(IQueryable<Edition> days, CancellationToken ct) =>
        days.Select(e => new AgendaFacet(e.RegionCode, e.ThemeCode, e.Format, e.LocalStart, e.LocalEnd)).ToListAsync(ct);

    private async Task ListAsync(DateTime now, CancellationToken ct)
    {
        // Read by hand: « page » is also what routing calls this very page, and nonsense means the first.
        Number = IsHome ? 1 : Math.Clamp(int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? asked : 1, 1, Pages);
        var days = Filter.Apply(Days.Include(e => e.Theme));
        days = IsPast ? days.PastAt(now) : days.UpcomingAt(now);
        var shown = await days.Skip((Number - 1) * PageSize).Take(IsHome ? HomeSize : PageSize).ToListAsync(ct);
        var list = shown.ConvertAll(e => new AgendaDay(e, now));
        Months = [.. list.GroupBy(d => AgendaPeriod.OfMonth(d.Edition.LocalStart).From)];
        Next = IsHome ? list.Find(d => d.Phase is not (EditionPhase.Postponed or EditionPhase.Cancelled)) : null;
    }

    private async Task FillMonthAsync(DateTime now, CancellationToken ct)
    {
        var ahead = Facets.Chosen.Where(d => d.LocalEnd >= Today.Date).Select(d => d.LocalStart).DefaultIfEmpty(Today).Min();
        var month = AgendaPeriod.OfMonth(Filter.Period?.From ?? ahead);
        Filter = Filter with { Period = Filter.Period?.Until == month.Until ? Filter.Period : month };
        Facets = new(Facets.All, Filter);
        var days = Filter.Apply(Days.Include(e => e.Theme)).OrderBy(e => e.StartsAt).ThenBy(e => e.Id);
        Month = new(month.From, (await days.Take(MonthSize).ToListAsync(ct)).ConvertAll(e => new AgendaDay(e, now)));
    }
}
