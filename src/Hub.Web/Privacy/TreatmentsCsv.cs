using CsvHelper;
using Hub.Core.Privacy;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Privacy;

/// <summary>The register as a file for spreadsheets, as those of French desks expect it.</summary>
internal static class TreatmentsCsv
{
    private static readonly CsvWriterOptions Shape = new() { Separator = ';', Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task<byte[]> WriteAsync(IEnumerable<TreatmentRow> rows, IStringLocalizer<PrivacyTexts> texts, CancellationToken ct)
    {
        await using MemoryStream file = new();
        await using (var csv = CsvWriter.Create(file, Shape, true))
        {
            await csv.WriteRecordAsync([.. TreatmentInput.Fields.Select(f => texts[$"Field.{f}"].Value)], ct);
            foreach (var row in rows)
            {
                await csv.WriteRecordAsync([.. Cells(row.Facts).Select(c => c.ReplaceLineEndings(" "))], ct);
            }
        }

        return file.ToArray();
    }

    private static string[] Cells(TreatmentFacts facts) =>
        [facts.Name, facts.Purpose, facts.LegalBasis, facts.People, facts.Data, facts.Recipients, facts.Retention];
}
