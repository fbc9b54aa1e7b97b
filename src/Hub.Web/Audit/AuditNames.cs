using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Organisations;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Audit;

/// <summary>Names of what some lines of the log are about, as they are today: the log itself holds ids.</summary>
internal sealed class AuditNames(Dictionary<Guid, string> names)
{
    public static async Task<AuditNames> ReadAsync(HubDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        List<Guid> ids =
        [
            .. entries.Select(e => e.SubjectId)
                .Concat(entries.Select(e => e.AccountId).OfType<Guid>())
                .Concat(entries.Select(e => Guid.TryParse(e.Details, out var id) ? id : Guid.Empty)).Distinct(),
        ];
        var accounts = await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, Name = u.Email! }).ToListAsync(ct);
        var editions = await db.Editions.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, Name = e.Title }).ToListAsync(ct);
        var organisations = await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        var people = await db.Registrations.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, Name = r.FirstName + " " + r.LastName }).ToListAsync(ct);
        var speakers = await db.SpeakerInvitations.Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Name }).ToListAsync(ct);
        return new(accounts.Concat(editions).Concat(organisations).Concat(people).Concat(speakers).ToDictionary(n => n.Id, n => n.Name));
    }

    /// <returns>Null for what is gone.</returns>
    public string? Of(Guid id) => names.GetValueOrDefault(id);

    /// <summary>Details that are an id, by the name of what they mean.</summary>
    public string? Spell(string? details) => Guid.TryParse(details, out var id) ? Of(id) : details;
}
