using Hub.Core.Data;
using Hub.Core.Evaluations;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Pitches;

/// <summary>Some proposals side by side, question by question.</summary>
public sealed class CompareModel(HubDbContext db, ReviewRoom room) : ReviewerPage(db)
{
    public const int Most = 3;

    [BindProperty(SupportsGet = true, Name = "p")]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<OpenFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        List<OpenFile> files = [];
        foreach (var id in Chosen.Distinct().Take(Most))
        {
            if (await room.OpenAsync(Reviewer.Id, id, Aborted) is { } file)
            {
                files.Add(file);
            }
        }

        Files = files;
        return files.Count == 0 ? RedirectToPage("/Pitches/Reviews", new { secret = Secret }) : Page();
    }

    public string HeadingOf(OpenFile file) => file.Version.HeadingBy(Contest.Form) ?? file.Application.Organisation;
}
