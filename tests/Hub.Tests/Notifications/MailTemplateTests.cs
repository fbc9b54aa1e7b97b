using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Hub.Tests.Notifications;

public sealed partial class MailTemplateTests : IAsyncDisposable
{
    private readonly ServiceProvider services =
        new ServiceCollection().AddLogging().AddTemplates().AddTransient(typeof(IStringLocalizer<>), typeof(StrictTexts<>)).BuildServiceProvider();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    public static TheoryData<int, string> Mails => InBothLanguages(MailSamples.All);

    public static TheoryData<int, string> MailsAboutDays => InBothLanguages(MailSamples.AboutDays);

    private static TheoryData<int, string> InBothLanguages(IEnumerable<object> samples) =>
        [.. Enumerable.Range(0, samples.Count()).SelectMany(i => new[] { new TheoryDataRow<int, string>(i, "fr"), new(i, "en") })];

    private Task<MailText> RenderAsync(object model, string language) =>
        services.GetRequiredService<IMailRenderer>().RenderAsync(model, CultureInfo.GetCultureInfo(language));

    [Fact]
    public void Every_mail_has_a_sample() => Assert.Empty(typeof(EditionInMail).Assembly.GetTypes()
        .Where(t => t.IsPublic && t.Name.EndsWith("Mail", StringComparison.Ordinal) && t != typeof(EditionInMail))
        .Except(MailSamples.All.Select(m => m.GetType())));

    [Fact]
    public void Every_word_exists_in_both_languages()
    {
        var assembly = typeof(RazorMailRenderer).Assembly;
        var resources = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".resources", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(resources);
        Assert.All(resources, name =>
        {
            ResourceManager texts = new(name[..^".resources".Length], assembly);
            Assert.Equal(Keys(texts, CultureInfo.InvariantCulture), Keys(texts, CultureInfo.GetCultureInfo("en")));
        });
    }

    [Theory, MemberData(nameof(Mails))]
    public async Task A_mail_is_complete(int sample, string language)
    {
        var mail = await RenderAsync(MailSamples.All.ElementAt(sample), language);
        using var html = new HtmlParser().ParseDocument(mail.Html);

        Assert.InRange(mail.Subject.Length, 35, 55);
        Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("<!DOCTYPE html>", mail.Html, StringComparison.Ordinal);
        Assert.NotEmpty(html.QuerySelector(".preheader")!.TextContent);
        Assert.Single(html.QuerySelectorAll("h1"));
        Assert.All(html.QuerySelectorAll("a"), a => Assert.Matches("^(https://|mailto:)", a.GetAttribute("href")));
        Assert.All(html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!.Replace("mailto:", "", StringComparison.Ordinal)), a => Assert.Contains(a, mail.Text, StringComparison.Ordinal));
        Assert.Empty(html.QuerySelectorAll("img, script, link"));
        Assert.InRange(mail.Html.Length, 1, 20_000);
        Assert.InRange(mail.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 40, 150);
        Assert.DoesNotMatch(@"[{}<>]|\n{3}|[ \t]\n|\n | {2}", mail.Text);
    }

    [Theory, MemberData(nameof(MailsAboutDays))]
    public async Task A_mail_about_a_day_names_it_the_reader_and_the_organiser(int sample, string language)
    {
        var mail = await RenderAsync(MailSamples.AboutDays.ElementAt(sample), language);

        Assert.StartsWith("Journée numérique de Bretagne", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Maëlle Kerbrat,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Syndicat d’exemple", mail.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Mails))]
    public async Task Signs_and_spaces_are_those_of_the_language(int sample, string language)
    {
        var mail = await RenderAsync(MailSamples.All.ElementAt(sample), language);
        var words = Addresses().Replace($"{mail.Subject}\n{mail.Text}", "");

        Assert.DoesNotContain('\'', words);
        Assert.DoesNotContain("...", words, StringComparison.Ordinal);
        Assert.DoesNotContain("!", words, StringComparison.Ordinal);
        Assert.DoesNotMatch(language == "fr" ? "(?<!\u00A0):|(?<!\u202F)[;?]|«(?!\u00A0)|(?<!\u00A0)»|[0-9] h| h [0-9]" : "[ \u00A0\u202F][:;?]|[«»]", words);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Whatever_people_type_stays_text(string language)
    {
        var title = $"🎉 <script>alert(1)</script>, a & b ; \"c\" {new string('x', 250)}";
        var edition = MailSamples.Edition with { Title = title, Access = "<b>1</b>\n<i>2</i>", RemoteLink = "javascript:alert(1)", Contact = "a?bcc=b@exemple.test" };
        var mail = await RenderAsync(new RegistrationConfirmedMail("<img src=x>", edition, new("https://hub.exemple.test/a?b=\"c\"&d=<e>"), "A", FromQueue: false), language);
        using var html = new HtmlParser().ParseDocument(mail.Html);

        Assert.StartsWith(title, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(title, mail.Text, StringComparison.Ordinal);
        Assert.Contains("<b>1</b>\n<i>2</i>", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<img src=x>,", mail.Text, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("script, img, b, i"));
        Assert.DoesNotContain("href=\"javascript", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mailto:a%3Fbcc%3Db@exemple.test", mail.Html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(e => (string)e.Key).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"https?://\S+|\S+@\S+")]
    private static partial Regex Addresses();

    /// <summary>The texts as they are, but a missing one is an error.</summary>
    private sealed class StrictTexts<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
    {
        private readonly IStringLocalizer texts = factory.Create(typeof(T));

        public LocalizedString this[string name] => Found(texts[name]);

        public LocalizedString this[string name, params object[] arguments] => Found(texts[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.GetAllStrings(includeParentCultures);

        private static LocalizedString Found(LocalizedString text) => text.ResourceNotFound ? throw new KeyNotFoundException(text.Name) : text;
    }
}
