using System.Globalization;
using System.Resources;
using Hub.Core.Data;
using Hub.Core.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Privacy;

/// <summary>The rows of the register. Their words come with the hub until an administrator writes their own.</summary>
public static class TreatmentWords
{
    /// <summary>As addresses say them, in the order of the register.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["comptes", "inscriptions", "besoins", "photos", "courriels", "historique", "journaux", "contact"];

    public static IReadOnlyList<string> Languages { get; } = ["fr", "en"];

    private static readonly ResourceManager Words = new(typeof(TreatmentTexts));

    public static bool Exists(string code, string language) => Codes.Contains(code) && Languages.Contains(language);

    /// <summary>The words that come with the hub, with the periods as they are set.</summary>
    public static TreatmentFacts Default(string code, string language, RetentionOptions periods)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return new(Say("Name"), Say("Purpose"), Say("LegalBasis"), Say("People"), Say("Data"), Say("Recipients"), Say("Retention"));

        string Say(string field) => string.Format(
            culture, Words.GetString($"Treatment.{code}.{field}", culture) ?? throw new InvalidOperationException($"The register lacks {code}.{field}."),
            periods.ParticipantMonths, periods.CancelledMonths, periods.NeedsDays, periods.MailMonths, periods.AuditMonths, periods.AccountYears);
    }

    /// <summary>The whole register in one language.</summary>
    public static async Task<IReadOnlyList<TreatmentRow>> ReadAsync(HubDbContext db, string language, RetentionOptions periods, CancellationToken ct)
    {
        var own = await db.Treatments.AsNoTracking().Where(t => t.Language == language).ToDictionaryAsync(t => t.Code, ct);
        return [.. Codes.Select(code => new TreatmentRow(code, own.GetValueOrDefault(code)?.Facts ?? Default(code, language, periods), own.GetValueOrDefault(code)?.RevisedAt))];
    }
}

/// <param name="RevisedAt">UTC; null while the hub's own words stand.</param>
public sealed record TreatmentRow(string Code, TreatmentFacts Facts, DateTime? RevisedAt);
