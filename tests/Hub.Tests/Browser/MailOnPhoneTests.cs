using System.Globalization;
using Hub.Core.Notifications;
using Hub.Templates;
using Hub.Tests.Notifications;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Browser;

public sealed class MailOnPhoneTests(Chromium chromium)
{
    [Theory]
    [InlineData(360, "fr")]
    [InlineData(360, "en")]
    [InlineData(390, "fr")]
    public async Task Labels_stay_whole_and_nothing_leaves_the_screen(int width, string language)
    {
        await using var services = new ServiceCollection().AddLogging().AddTemplates().BuildServiceProvider();
        var page = await chromium.OpenAsync(new("http://localhost"), width: width);
        foreach (var sample in MailSamples.AboutDays)
        {
            var mail = await services.GetRequiredService<IMailRenderer>().RenderAsync(sample, CultureInfo.GetCultureInfo(language));
            await page.SetContentAsync(mail.Html);

            Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('th')].filter(th => { const words = document.createRange(); words.selectNodeContents(th); return words.getClientRects().length !== 1; }).map(th => th.textContent)"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), mail.Subject);
        }
    }
}
