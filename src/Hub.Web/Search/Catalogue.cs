using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Organisations;
using Hub.Core.Territories;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Search;

/// <summary>Finds what anybody may see by the words it says; all the words, whatever their accents and capitals.</summary>
/// <param name="now">UTC.</param>
internal sealed class Catalogue(HubDbContext db, IReadOnlyList<string> words, DateTime now)
{
    public Task<ShelfFindings> SearchAsync(Shelf shelf, int skip, int take, CancellationToken ct) => shelf switch
    {
        Shelf.Days => DaysAsync(skip, take, ct),
        Shelf.Sessions => SessionsAsync(skip, take, ct),
        Shelf.Organisations => OrganisationsAsync(skip, take, ct),
        _ => Task.FromResult(Regions(skip, take)),
    };

    /// <summary>Those ahead, the next one first; then those that are over, the last one first.</summary>
    private async Task<ShelfFindings> DaysAsync(int skip, int take, CancellationToken ct)
    {
        var at = now;
        var found = words.Aggregate(db.Editions.AsNoTracking().Public, (days, word) => days.Where(e => e.SearchText.Contains(word)));
        var total = await found.CountAsync(ct);
        var rows = await found
            .OrderBy(e => e.EndsAt > at ? 0 : 1).ThenBy(e => e.EndsAt > at ? (DateTime?)e.StartsAt : null).ThenByDescending(e => e.StartsAt).ThenBy(e => e.Id)
            .Skip(skip).Take(take).Select(e => new { e.Slug, e.Title, e.EnglishTitle, e.LocalStart, e.RegionCode }).ToListAsync(ct);
        return new(Shelf.Days, total, rows.ConvertAll(r => new Finding(
            $"~/journees/{r.Slug}", r.Title, r.EnglishTitle, $"{Spoken.Date(r.LocalStart)}, {Region.Find(r.RegionCode)?.Name}")));
    }

    private async Task<ShelfFindings> SessionsAsync(int skip, int take, CancellationToken ct)
    {
        var found = words.Aggregate(db.Sessions.AsNoTracking(), (sessions, word) => sessions.Where(s => s.SearchText.Contains(word)));
        var there = from session in found
                    join edition in db.Editions.Public on session.EditionId equals edition.Id
                    orderby session.StartsAt descending, session.Id
                    select new { session.Code, session.Title, session.EnglishTitle, session.LocalStart, edition.Slug, Day = edition.Title };
        var total = await there.CountAsync(ct);
        var rows = await there.Skip(skip).Take(take).ToListAsync(ct);
        return new(Shelf.Sessions, total, rows.ConvertAll(r => new Finding(
            $"~/journees/{r.Slug}/seances/{r.Code}", r.Title, r.EnglishTitle, $"{Spoken.DateAndHour(r.LocalStart)}, {Typography.French(r.Day)}")));
    }

    private ShelfFindings Regions(int skip, int take)
    {
        var found = Region.All.Where(r => words.All(w => Folding.Fold(r.Name).Contains(w, StringComparison.Ordinal))).OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        return new(Shelf.Regions, found.Count, [.. found.Skip(skip).Take(take).Select(r => new Finding($"~/regions/{r.Slug}", r.Name, r.Name, ""))]);
    }

    /// <summary>Bodies that have a day anybody may see; their days are what one finds.</summary>
    private async Task<ShelfFindings> OrganisationsAsync(int skip, int take, CancellationToken ct)
    {
        var days = db.Editions.Public;
        var found = words
            .Aggregate(db.Organisations.AsNoTracking(), (bodies, word) => bodies.Where(o => o.SearchText.Contains(word)))
            .Where(o => days.Any(e => e.OrganisationId == o.Id));
        var total = await found.CountAsync(ct);
        var rows = await found.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip(skip).Take(take).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        return new(Shelf.Organisations, total, rows.ConvertAll(r => new Finding($"~/agenda?organisation={r.Id}", r.Name, null, "")));
    }
}
