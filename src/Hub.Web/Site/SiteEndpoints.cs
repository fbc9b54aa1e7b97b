using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Territories;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Site;

/// <summary>What machines ask of any site.</summary>
public static class SiteEndpoints
{
    /// <summary>The sitemap protocol allows 50,000 addresses in a file; each stands here in two languages.</summary>
    private const int MostAddresses = 24_000;

    private static readonly string[] Pages = ["/", "/agenda", "/recherche", "/contact", "/plan-du-site", "/territoires", "/regions", .. Region.All.Select(region => $"/regions/{region.Slug}"), .. SitePage.Names.Select(name => $"/{name}")];

    extension(IEndpointRouteBuilder routes)
    {
        public void MapSite()
        {
            routes.MapMethods("/robots.txt", Feed.ReadMethods, Robots).AllowAnonymous();
            routes.MapMethods("/sitemap.xml", Feed.ReadMethods, SitemapAsync).AllowAnonymous();
            routes.MapMethods("/.well-known/security.txt", Feed.ReadMethods, Security).AllowAnonymous();
        }
    }

    /// <summary>Secret addresses are not listed here: that would tell them to everybody. Their pages say noindex.</summary>
    private static IResult Robots(IOptions<HubOptions> hub) => Text(
        $"""
        User-agent: *
        Disallow: /organisation
        Disallow: /administration
        Disallow: /en/organisation
        Disallow: /en/administration
        Sitemap: {new Uri(hub.Value.PublicOrigin, "/sitemap.xml")}

        """);

    /// <summary>RFC 9116: it must not be older than what it says, so it says a month from now.</summary>
    private static IResult Security(IOptions<HubOptions> hub, TimeProvider clock) => Text(
        $"""
        Contact: {new Uri(hub.Value.PublicOrigin, "/contact")}
        Expires: {clock.GetUtcNow().UtcDateTime.Date.AddMonths(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}
        Preferred-Languages: fr, en
        Canonical: {new Uri(hub.Value.PublicOrigin, "/.well-known/security.txt")}

        """);

    private static async Task<IResult> SitemapAsync(HubDbContext db, IOptions<HubOptions> hub, CancellationToken ct)
    {
        var days = await db.Editions.Public.OrderByDescending(e => e.StartsAt).ThenBy(e => e.Id).Take(MostAddresses)
            .Select(e => new { e.Slug, e.RevisedAt }).ToListAsync(ct);
        var sessions = await db.Set<Session>().Where(s => !Session.Pauses.Contains(s.Kind))
            .Join(db.Editions.Public, s => s.EditionId, e => e.Id, (s, e) => new { e.Slug, s.Code, s.StartsAt, s.RevisedAt })
            .OrderByDescending(s => s.StartsAt).ThenBy(s => s.Code).Take(MostAddresses - days.Count).ToListAsync(ct);
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        IEnumerable<XElement> Entry(string path, DateTime? changed) => new[] { "", Language.EnglishBase }.Select(prefix => new XElement(
            ns + "url",
            new XElement(ns + "loc", new Uri(hub.Value.PublicOrigin, prefix + (prefix.Length > 0 && path == "/" ? "/" : path))),
            changed is { } at ? new XElement(ns + "lastmod", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)) : null));
        XElement map = new(ns + "urlset", Pages.SelectMany(path => Entry(path, null)), days.SelectMany(day => Entry($"/journees/{day.Slug}", day.RevisedAt)),
            sessions.SelectMany(session => Entry($"/journees/{session.Slug}/seances/{session.Code}", session.RevisedAt)));
        return Results.Text($"""<?xml version="1.0" encoding="utf-8"?>{'\n'}{map.ToString(SaveOptions.DisableFormatting)}""", "application/xml; charset=utf-8", Encoding.UTF8);
    }

    private static IResult Text(string text) => Results.Text(text.ReplaceLineEndings("\n"), "text/plain; charset=utf-8", Encoding.UTF8);
}
