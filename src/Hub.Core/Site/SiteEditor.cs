using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Site;

/// <summary>Writes the words of pages about the hub itself.</summary>
public sealed class SiteEditor(HubDbContext db, TimeProvider clock)
{
    /// <param name="version">The version the administrator read; 0 when the page still had the hub's own words.</param>
    /// <returns>False when a colleague was faster.</returns>
    public Task<bool> WriteAsync(string name, string language, int version, string text, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var known = await FindAsync(name, language, ct);
                if ((known?.Version ?? 0) != version)
                {
                    return false;
                }

                (known ?? db.Add(new SiteText(name, language)).Entity).Write(text, now);
                db.Log("WriteSiteText", Guid.Empty, by, now, $"{name}, {language}");
                return true;
            },
            ct);

    /// <summary>Lets the hub's own words stand again.</summary>
    public Task RestoreAsync(string name, string language, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await FindAsync(name, language, ct) is { } known)
                {
                    db.Remove(known);
                    db.Log("RestoreSiteText", Guid.Empty, by, clock.GetUtcNow().UtcDateTime, $"{name}, {language}");
                }
            },
            ct);

    private Task<SiteText?> FindAsync(string name, string language, CancellationToken ct) =>
        db.SiteTexts.SingleOrDefaultAsync(t => t.Name == name && t.Language == language, ct);
}
