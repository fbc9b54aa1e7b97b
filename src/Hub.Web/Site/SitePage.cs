using System.Collections.Concurrent;
using Hub.Core.Data;
using Hub.Core.Site;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Site;

/// <summary>A page about the hub itself. Its words come with the hub until an administrator writes their own.</summary>
public static class SitePage
{
    /// <summary>As addresses say them, in both languages.</summary>
    public static IReadOnlyList<string> Names { get; } = ["aide", "mentions-legales", "donnees-personnelles", "accessibilite", "cookies"];

    public static IReadOnlyList<string> Languages { get; } = ["fr", "en"];

    private static readonly ConcurrentDictionary<(string Name, string Language), string> Texts = [];

    public static bool Exists(string name, string language) => Names.Contains(name) && Languages.Contains(language);

    /// <summary>The words that come with the hub, Markdown.</summary>
    public static string Default(string name, string language) => Texts.GetOrAdd((name, language), page =>
    {
        using var file = typeof(SitePage).Assembly.GetManifestResourceStream($"{page.Language}/{page.Name}.md")
            ?? throw new InvalidOperationException($"The hub lacks words for {page.Name} in {page.Language}.");
        return new StreamReader(file).ReadToEnd();
    });

    /// <summary>The words that stand, Markdown.</summary>
    public static async Task<string> ReadAsync(HubDbContext db, string name, string language, CancellationToken ct) =>
        await db.SiteTexts.Where(t => t.Name == name && t.Language == language).Select(t => t.Text).SingleOrDefaultAsync(ct) ?? Default(name, language);
}
