using Hub.Tests.Support;

namespace Hub.Tests.Security;

/// <summary>Browsers on a <see cref="PublicSite"/>, which serves on a real port behind a proxy that speaks https.</summary>
internal static class SiteVisits
{
    extension(PublicSite site)
    {
        public async Task<HttpClient> VisitAsync() => new(new ProxyInFront()) { BaseAddress = await site.OpenAsync() };

        public async Task<HttpClient> AdministerAsync() => await site.SignInAsync(site.Administrator);

        public async Task<HttpClient> SignInAsync(string email)
        {
            var browser = await site.VisitAsync();
            using var answer = await browser.SendFormAsync("/connexion", new() { ["Email"] = email, ["Password"] = Organisers.Password });
            Assert.Equal("/organisation", answer.Headers.Location?.ToString());
            return browser;
        }
    }
}
