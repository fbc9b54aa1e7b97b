using Hub.Core.Accounts;
using Hub.Core.Privacy;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hub.Web.Accounts;

/// <summary>What the hub holds of who is signed in, to take along or to erase.</summary>
[PrivatePage]
public sealed class MyDataModel(UserManager<Account> accounts, PersonalRecords records, PersonalDataFile file) : PageModel
{
    public Account Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Account = (await accounts.GetUserAsync(User))!;
        return await this.AskForProofAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            return proof;
        }

        var data = await records.OfAccountAsync((await accounts.GetUserAsync(User))!, HttpContext.RequestAborted);
        return File(file.Write(data), PersonalDataFile.ContentType, file.Name);
    }
}
