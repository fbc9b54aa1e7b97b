using System.ComponentModel.DataAnnotations;
using Hub.Core.Notifications;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Notifications;

/// <summary>The mails this machine has delivered, newest first.</summary>
[AllowAnonymous, DevelopmentOnly, PrivatePage]
public sealed class DeliveredModel(MailFolder folder) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Part of an addressee's name or address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Address { get; set; }

    /// <summary>From 1; "page" is the framework's own word.</summary>
    [BindProperty(SupportsGet = true), Range(1, 100_000)]
    public int Sheet { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasOlder { get; private set; }

    public IActionResult OnGet()
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var found = Files().Select(Read).Where(row => row.To.Contains(Address ?? "", StringComparison.OrdinalIgnoreCase)).Skip((Sheet - 1) * PageSize).Take(PageSize + 1).ToList();
        (Rows, HasOlder) = ([.. found.Take(PageSize)], found.Count > PageSize);
        return Page();
    }

    private IEnumerable<FileInfo> Files() => Directory.Exists(folder.Path)
        ? new DirectoryInfo(folder.Path).EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).ThenByDescending(file => file.Name, StringComparer.Ordinal)
        : [];

    private static Row Read(FileInfo file)
    {
        var headers = DeliveredMail.ReadHeaders(file.FullName).ToDictionary(StringComparer.Ordinal);
        return new(Path.GetFileNameWithoutExtension(file.Name), headers["To"], headers["Subject"], headers["Date"]);
    }

    public sealed record Row(string Id, string To, string Subject, string Date);
}
