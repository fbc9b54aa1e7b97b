using Hub.Core.Privacy;
using Hub.Core.Registrations;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Web.Privacy;

/// <summary>Everything the hub holds of an address, as a file.</summary>
[AllowAnonymous, PrivatePage]
public sealed class MyDataModel(PersonalSpace space, PersonalRecords records, PersonalDataFile file) : SpacePage(space)
{
    /// <summary>The button stands on the page of the space.</summary>
    public IActionResult OnGet() => RedirectToPage("/Registrations/Space", new { secret = Secret });

    public async Task<IActionResult> OnPostAsync() => await FindAddressAsync() is { } address
        ? File(file.Write(await records.OfAddressAsync(address, Aborted)), PersonalDataFile.ContentType, file.Name)
        : Gone();
}
