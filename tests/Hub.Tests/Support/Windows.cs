using Microsoft.Playwright;

namespace Hub.Tests.Support;

/// <summary>What people do in a browser's window, whatever the test is about.</summary>
internal static class Windows
{
    extension(IPage page)
    {
        /// <summary>Comes to the desk with everybody's password.</summary>
        public async Task SignInAsync(string email)
        {
            await page.GotoAsync("/connexion");
            await page.FillAsync("#Email", email);
            await page.FillAsync("#Password", Organisers.Password);
            await page.ClickAsync("main form.form button");
            Assert.EndsWith("/organisation", page.Url, StringComparison.Ordinal);
        }

        /// <summary>Opens a page and waits for its first frames: Chromium drops the keys pressed before anything is painted.</summary>
        public async Task OpenToKeysAsync(string address)
        {
            await page.GotoAsync(address);
            await page.EvaluateAsync("() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))");
        }

        /// <summary>The page at an address as it leaves the hub, before any script runs.</summary>
        public async Task<string> ReadAsync(string address) => await (await page.Context.APIRequest.GetAsync(address)).TextAsync();
    }
}
