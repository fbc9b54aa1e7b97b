using Hub.Core.Data;
using Hub.Core.Languages;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.CheckIns;

/// <summary>The people of a day as those see them who receive them: no address, no function, no needs.</summary>
public sealed class CheckInRoll(HubDbContext db)
{
    /// <summary>Nobody reads more at a door.</summary>
    public const int Most = 20;

    public async Task<CheckInCount> CountAsync(Guid editionId, CancellationToken ct = default)
    {
        var expected = db.Registrations.For(editionId).Where(r => r.State == RegistrationState.Confirmed);
        return new(await expected.CountAsync(r => r.CheckedInAt != null, ct), await expected.CountAsync(ct));
    }

    public async Task<CheckInPerson?> FindAsync(Guid editionId, Guid personId, CancellationToken ct = default) =>
        (await ListAsync(db.Registrations.For(editionId).Known.Where(r => r.Id == personId), ct)).SingleOrDefault();

    /// <summary>By words of the name and the organisation, or by a ticket's code, typed or scanned.</summary>
    public async Task<CheckInFinding> SearchAsync(Guid editionId, string text, CancellationToken ct = default)
    {
        var all = db.Registrations.For(editionId).Known;
        if (TicketCode.Read(text) is { } code)
        {
            var holder = await ListAsync(all.Where(r => r.TicketCode == code), ct);
            return new(holder, IsTicket: true, HasMore: false);
        }

        // The database also looks through the addresses; whoever is found by that alone is left out, or one could ask who has which.
        var words = Folding.Words(text).ToList();
        var found = (await ListAsync(all.Matching(text), ct)).Where(p => words.TrueForAll(w => p.Text.Contains(w, StringComparison.Ordinal)))
            .OrderBy(p => p.State is RegistrationState.Confirmed ? 0 : 1).Take(Most + 1).ToList();
        return new([.. found.Take(Most)], IsTicket: false, HasMore: found.Count > Most);
    }

    private static Task<List<CheckInPerson>> ListAsync(IQueryable<Registration> people, CancellationToken ct) => people
        .OrderBy(r => r.LastName).ThenBy(r => r.FirstName).ThenBy(r => r.Id)
        .Select(r => new CheckInPerson(r.Id, r.FirstName, r.LastName, r.Organisation, r.TicketCode, r.State, r.HandedOverTo, r.CheckedInAt))
        .ToListAsync(ct);
}

/// <param name="Expected">Everybody with a confirmed place, those present included.</param>
public sealed record CheckInCount(int Present, int Expected);

/// <param name="IsTicket">What was typed is a ticket's code, and finds one person or nobody.</param>
public sealed record CheckInFinding(IReadOnlyList<CheckInPerson> People, bool IsTicket, bool HasMore);

/// <param name="CheckedInAt">UTC; null for somebody who has not come yet.</param>
public sealed record CheckInPerson(
    Guid Id, string FirstName, string LastName, string Organisation, string Code, RegistrationState State, string? HandedOverTo, DateTime? CheckedInAt)
{
    public string Name => $"{FirstName} {LastName}";

    /// <summary>What is searched, folded.</summary>
    internal string Text => Folding.Fold($"{Code} {FirstName} {LastName} {Organisation}");
}
