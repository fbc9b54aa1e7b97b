using System.Globalization;
using Hub.Core.Events;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.OpenData;

/// <summary>The agenda for whoever wants to reuse it, under an open licence; documented in docs/open-data.md.</summary>
public static class OpenDataEndpoints
{
    private const int PageSize = 100;

    /// <summary>A news reader looks at what changed, not at the whole agenda.</summary>
    private const int News = 50;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapOpenData()
        {
            routes.MapMethods("/agenda.json", Feed.ReadMethods, JsonAsync).AllowAnonymous();
            routes.MapMethods("/agenda.atom", Feed.ReadMethods, AtomAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> JsonAsync([AsParameters] OpenDataRequest request, CancellationToken ct)
    {
        var query = request.Http.Request.Query;
        var (filter, refusal) = await request.Http.Request.ReadAgendaFilterAsync(request.Db, request.Now, request.Refusals, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var page = 1;
        if (query["page"] is [{ Length: > 0 } asked] && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > int.MaxValue / PageSize))
        {
            return AgendaQuery.Refuse(request.Refusals, "page");
        }

        var isPast = query["passees"] == "1";
        var now = request.Now;
        var days = filter.Apply(request.Days);
        days = isPast ? days.PastAt(now) : days.UpcomingAt(now);
        var count = await days.CountAsync(ct);
        var shown = await days.Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var organisations = await request.OrganisationsAsync(shown, ct);
        var uidHost = await request.Host.ReadAsync(ct);
        OpenAgenda agenda = new(
            OpenLicence.Open,
            request.Language,
            count,
            page,
            count > page * PageSize ? request.Address($"/agenda.json{Next(filter, isPast, page + 1)}") : null,
            shown.ConvertAll(e => OpenDay.Of(e, organisations[e.OrganisationId], uidHost, request.Address, now)));
        return Feed.Open(request.Http, agenda.ToUtf8(), "application/json; charset=utf-8", "agenda.json", changedAt: null);
    }

    private static async Task<IResult> AtomAsync([AsParameters] OpenDataRequest request, CancellationToken ct)
    {
        var (filter, refusal) = await request.Http.Request.ReadAgendaFilterAsync(request.Db, request.Now, request.Refusals, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        var editions = await filter.Apply(request.Days).OrderByDescending(e => e.RevisedAt).ThenBy(e => e.Id).Take(News).ToListAsync(ct);
        AgendaAtom atom = new(request, filter, await request.Host.ReadAsync(ct), await request.OrganisationsAsync(editions, ct));
        return Feed.Open(
            request.Http, atom.ToUtf8(editions), "application/atom+xml; charset=utf-8", "agenda.atom", editions.Count == 0 ? null : editions[0].RevisedAt);
    }

    private static string Next(AgendaFilter filter, bool isPast, int page)
    {
        var query = filter.ToQuery();
        return string.Create(CultureInfo.InvariantCulture, $"{query}{(query.Length == 0 ? '?' : '&')}{(isPast ? "passees=1&" : "")}page={page}");
    }
}
