using Hub.Core.Audit;
using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Privacy;

/// <summary>Writes the words of the register of treatments.</summary>
public sealed class TreatmentOffice(HubDbContext db, TimeProvider clock)
{
    /// <param name="version">The version the administrator read; 0 when the row still had the hub's own words.</param>
    /// <returns>False when a colleague was faster.</returns>
    public Task<bool> WriteAsync(string code, string language, int version, TreatmentFacts facts, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var known = await FindAsync(code, language, ct);
                if ((known?.Version ?? 0) != version)
                {
                    return false;
                }

                (known ?? db.Add(new Treatment(code, language)).Entity).Write(facts, now);
                db.Log("WriteTreatment", Guid.Empty, by, now, $"{code}, {language}");
                return true;
            },
            ct);

    /// <summary>Lets the hub's own words stand again.</summary>
    public Task RestoreAsync(string code, string language, Guid by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await FindAsync(code, language, ct) is { } known)
                {
                    db.Remove(known);
                    db.Log("RestoreTreatment", Guid.Empty, by, clock.GetUtcNow().UtcDateTime, $"{code}, {language}");
                }
            },
            ct);

    private Task<Treatment?> FindAsync(string code, string language, CancellationToken ct) =>
        db.Treatments.SingleOrDefaultAsync(t => t.Code == code && t.Language == language, ct);
}
