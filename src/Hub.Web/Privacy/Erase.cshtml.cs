using Hub.Core.Events;
using Hub.Core.Privacy;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Privacy;

/// <summary>Says what follows, and asks once.</summary>
[AllowAnonymous, PrivatePage]
public sealed class EraseModel(PersonalSpace space, Erasure erasure) : SpacePage(space)
{
    /// <summary>It is done: the link opens, and nothing is behind it.</summary>
    public bool IsDone { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>Whose place, or wait, ends.</summary>
    public IReadOnlyList<Edition> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAddressAsync() is { } address)
        {
            (Address, Days) = (address, await erasure.WouldGiveBackAsync(address, Aborted));
            return Page();
        }

        IsDone = IsOpen && Request.Query["fait"] == "1";
        return IsDone ? Page() : Gone();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAddressAsync() is not { } address)
        {
            return Gone();
        }

        await erasure.EraseAsync(address, Aborted);

        // The copy of a ticket that this browser kept for days without network.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return RedirectToPage(new { secret = Secret, fait = "1" });
    }
}
