using Hub.Core.Accounts;
using Hub.Core.Organisations;
using Microsoft.AspNetCore.Identity;

namespace Hub.Tests.Support;

/// <summary>People who work in the hub, in a browser where they have signed in.</summary>
public static class Organisers
{
    public const string Password = "une phrase assez longue";

    extension(HubApp app)
    {
        public async Task<Account> AccountAsync(string email)
        {
            Account account = new() { UserName = email, Email = email };
            await app.DoAsync<UserManager<Account>>(accounts => accounts.CreateAsync(account, Password));
            return account;
        }

        /// <param name="organisation">Stored already.</param>
        public async Task<HttpClient> OrganiserAsync(Organisation organisation)
        {
            var account = await app.AccountAsync($"{Guid.NewGuid():N}@exemple.example");
            await app.SaveAsync(new OrganiserGrant(organisation.Id, account.Id, An.Now));
            return await app.SignInAsync(account.Email!);
        }

        public async Task<HttpClient> SignInAsync(string email)
        {
            var browser = app.Visitor();
            using var answer = await browser.SendFormAsync("/connexion", new() { ["Email"] = email, ["Password"] = Password });
            Assert.Equal("/organisation", answer.Headers.Location?.ToString());
            return browser;
        }
    }

    /// <summary>Opens <paramref name="page"/> and sends these answers, to another address if one is given.</summary>
    internal static Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string page, Dictionary<string, string> answers, string? to = null) =>
        Form.PostAsync(browser, page, answers, to);
}
