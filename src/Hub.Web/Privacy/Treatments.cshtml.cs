using Hub.Core.Data;
using Hub.Core.Privacy;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Privacy;

/// <summary>The register of treatments, and what the purge would take now.</summary>
public sealed class TreatmentsModel(HubDbContext db, Purge purge, IOptions<RetentionOptions> periods, IStringLocalizer<PrivacyTexts> texts) : AdministratorPage(db)
{
    public IReadOnlyList<TreatmentRow> Rows { get; private set; } = [];

    public IReadOnlyList<PurgeLine> Report { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Rows = await ReadAsync();
        Report = await purge.ReportAsync(Aborted);
    }

    public async Task<IActionResult> OnGetFileAsync() =>
        File(await TreatmentsCsv.WriteAsync(await ReadAsync(), texts, Aborted), "text/csv; charset=utf-8", texts["FileName"].Value);

    /// <summary>In the language of this page.</summary>
    private Task<IReadOnlyList<TreatmentRow>> ReadAsync() =>
        TreatmentWords.ReadAsync(Db, Request.IsEnglish() ? "en" : "fr", periods.Value, Aborted);
}
