using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Files;
using Hub.Core.Languages;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Pitches;

/// <summary>Documents of proposals, as they come in and go out.</summary>
public sealed class ProposalFiles(HubDbContext db, AttachmentDesk desk, IStringLocalizer<FileTexts> files, IStringLocalizer<PitchTexts> texts)
{
    /// <summary>Of the field that brings documents.</summary>
    public static string NameOf(FormField field) => $"Files.{field.Key}";

    /// <summary>Takes each document that can be taken.</summary>
    /// <returns>What is wrong with the others, by their names.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(Application application, FormField field, IEnumerable<IFormFile> sent, DateTime arrivedAt, CancellationToken ct)
    {
        List<string> problems = [];
        foreach (var one in sent)
        {
            var (file, problem) = await files.ReadAsync(one, ct);
            if (file is not null && await desk.AttachAsync(application.Id, field.Key, file, arrivedAt, ct) is var outcome and not AttachOutcome.Done)
            {
                (file, problem) = (null, texts[$"Attach.{outcome}", Spoken.Number(field.MaxLength), files.SizeOf(Attachment.MostBytes)]);
            }

            if (file is null)
            {
                problems.Add(texts["FileProblem", FileNames.Clean(one.FileName, DocumentFile.NameLength), problem]);
            }
        }

        return problems;
    }

    /// <param name="answers">Those that whoever asks may read.</param>
    /// <param name="hash">Of the document they ask for.</param>
    public async Task<IActionResult> GiveAsync(PageModel page, Guid applicationId, ApplicationForm form, IEnumerable<SentAnswer> answers, string? hash)
    {
        var ct = page.HttpContext.RequestAborted;
        if (answers.Where(a => form.Find(a.Key) is { Kind: FieldKind.Files }).SelectMany(a => AttachedFile.In(a.Text)).FirstOrDefault(f => f.Hash == hash) is not { } named
            || await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.ApplicationId == applicationId && a.Hash == named.Hash, ct) is not { } found)
        {
            return page.NotFound();
        }

        return page.Download(found.Content, found.MediaType, named.FileName);
    }
}
