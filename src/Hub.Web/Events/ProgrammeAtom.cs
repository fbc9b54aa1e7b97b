using System.Xml.Linq;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Events;

/// <summary>The versions of a programme as news.</summary>
public static class ProgrammeAtom
{
    private const int MaxEntries = 20;

    public static void MapProgrammeAtom(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/journees/{slug}/programme.atom", Feed.ReadMethods, ReadAsync).AllowAnonymous();

    private static async Task<IResult> ReadAsync(
        string slug, HubDbContext db, CalendarHost host, IOptions<HubOptions> hub, IStringLocalizer<ProgrammeTexts> texts, HttpContext http, CancellationToken ct)
    {
        if (await db.Editions.AsNoTracking().Public.SingleOrDefaultAsync(e => e.Slug == slug, ct) is not { } edition)
        {
            return TypedResults.NotFound();
        }

        var news = await ProgrammeNews.ReadAsync(db, edition, 0, MaxEntries, ct);
        var language = http.Request.IsEnglish() ? "en" : "fr";
        var page = Feed.Address(http, hub.Value, $"/journees/{slug}/programme/versions");
        var updated = news.Count == 0 ? edition.RevisedAt : news[0].Version.PublishedAt;
        var content = Atom.ToUtf8(
            language,
            Atom.Text("id", $"tag:{await host.ReadAsync(ct)},{Atom.TagYear}:programme/{edition.Id}/{language}"),
            Atom.Text("title", texts["ChangesOf", edition.Title]),
            Atom.Updated(updated),
            Atom.Author("Hub"),
            Atom.Link("self", Atom.MediaType, Feed.Address(http, hub.Value, $"/journees/{slug}/programme.atom")),
            Atom.Link("alternate", "text/html", page),
            news.Select(n => Entry(n, page, texts)));
        return Feed.Open(http, content, $"{Atom.MediaType}; charset=utf-8", $"{slug}-programme.atom", updated);
    }

    private static XElement Entry(ProgrammeNews news, Uri page, IStringLocalizer texts) => new(
        Atom.Namespace + "entry",
        Atom.Text("id", $"urn:uuid:{news.Version.Id}"),
        Atom.Text("title", texts["Version", news.Version.Number]),
        Atom.Updated(news.Version.PublishedAt),
        Atom.Link("alternate", "text/html", new($"{page}#v{news.Version.Number}")),
        Atom.Text("summary", Summary(news, texts)));

    private static string Summary(ProgrammeNews news, IStringLocalizer texts) => news.Difference is not { } difference
        ? texts["FirstVersion", Spoken.Number(news.Version.Plan.Sessions.Count(s => s.IsPlaced))]
        : string.Join('\n', difference.Changes.GroupBy(c => c.Kind).OrderBy(k => k.Key).Select(k => texts["ChangeLine", texts[$"Change.{k.Key}"], string.Join(", ", k.Select(c => Line(c, texts)))].Value));

    /// <summary>What moved says from where to where.</summary>
    private static string Line(ProgrammeChange change, IStringLocalizer texts) => change is { Kind: ProgrammeChangeKind.Moved, Before: { } before, After: { } after }
        ? texts["MovedLine", after.Facts.Title, Where(after, change.RoomAfter, texts), Where(before, change.RoomBefore, texts)]
        : change.Session.Facts.Title;

    private static string Where(PlannedSession session, string? room, IStringLocalizer texts) =>
        texts["At", Spoken.DateAndHour(session.Facts.LocalStart ?? default), room ?? texts["AllRooms"]];
}
