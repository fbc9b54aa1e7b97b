using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Hub.Core.Accounts;
using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Accounts;

/// <summary>Where I am signed in, and with what. Whoever changes the ways in says the password once more.</summary>
[PrivatePage]
public sealed class MineModel(
    HubDbContext db, SignInManager<Account> signIn, Guesses guesses, FreshSignIn fresh, TimeProvider clock, IStringLocalizer<AccountTexts> texts) : PageModel
{
    public const int NameLength = 60;

    /// <summary>The latest; nobody sits at more devices.</summary>
    private const int MostSessions = 50;

    [BindProperty, Display(Name = "Field.PasskeyName")]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "Field.CurrentPassword")]
    public string? Password { get; set; }

    public Account Account { get; private set; } = null!;

    /// <summary>The session of this very request.</summary>
    public Guid Here { get; private set; }

    public IReadOnlyList<AccountSession> Sessions { get; private set; } = [];

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<AccountSession> Mine => db.AccountSessions.Where(s => s.AccountId == Account.Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = (await signIn.UserManager.GetUserAsync(User))!;
        Here = Guid.Parse((await HttpContext.AuthenticateAsync()).Properties!.Items[SessionStore.IdName]!);
        Passkeys = await signIn.UserManager.GetPasskeysAsync(Account);
        Sessions = await Mine.AsNoTracking().OpenAt(Now).OrderByDescending(s => s.Id == Here).ThenByDescending(s => s.SeenAt).Take(MostSessions).ToListAsync(HttpContext.RequestAborted);
        await next();
    }

    public Task<IActionResult> OnPostEndAsync(Guid session) => EndAsync(Mine.Where(s => s.Id == session), "SessionEnded");

    public Task<IActionResult> OnPostEndOthersAsync() => EndAsync(Mine.Where(s => s.Id != Here), "OthersEnded");

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential)
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            return proof;
        }

        var name = (Name ?? "").Trim();
        if (name.Length is 0 or > NameLength)
        {
            ModelState.AddModelError(nameof(Name), texts["PasskeyNameMissing"]);
        }

        if (!await MayChangeAsync())
        {
            return Page();
        }

        if (await ReadAsync(credential) is not { Succeeded: true } attestation)
        {
            ModelState.AddModelError("", texts["PasskeyRefused"]);
            return Page();
        }

        attestation.Passkey.Name = name;
        await signIn.UserManager.AddOrUpdatePasskeyAsync(Account, attestation.Passkey);

        // The person has just proved to hold it.
        await fresh.BeginAsync(Account.Id, SignInMethods.Passkey);
        return await LeaveAsync("AddPasskey", "PasskeyAdded");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? key)
    {
        if (await this.AskForProofAsync() is { } proof)
        {
            return proof;
        }

        if (!await MayChangeAsync())
        {
            return Page();
        }

        if (Passkeys.FirstOrDefault(p => Base64Url.EncodeToString(p.CredentialId) == key) is { } passkey)
        {
            await signIn.UserManager.RemovePasskeyAsync(Account, passkey.CredentialId);
        }

        return await LeaveAsync("RemovePasskey", "PasskeyRemoved");
    }

    private async Task<bool> MayChangeAsync()
    {
        if (await guesses.RefusalAsync(User, Account, Password, HttpContext.RequestAborted) is { } why)
        {
            ModelState.AddModelError(nameof(Password), texts[why]);
        }

        return ModelState.IsValid;
    }

    /// <returns>Null when what came is no answer to a question of ours.</returns>
    private async Task<PasskeyAttestationResult?> ReadAsync(string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<IActionResult> EndAsync(IQueryable<AccountSession> sessions, string notice)
    {
        await db.WriteAsync(ct => sessions.ExecuteDeleteAsync(ct), HttpContext.RequestAborted);
        return await LeaveAsync("EndSessions", notice);
    }

    private async Task<IActionResult> LeaveAsync(string command, string notice)
    {
        await db.LogAloneAsync(command, Account.Id, Account.Id, Now, ct: HttpContext.RequestAborted);
        TempData["Notice"] = texts[notice].Value;
        return RedirectToPage();
    }
}
