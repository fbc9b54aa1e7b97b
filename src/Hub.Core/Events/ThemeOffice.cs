using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Languages;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Events;

/// <summary>The list of themes, as administrators word it.</summary>
public sealed class ThemeOffice(HubDbContext db, TimeProvider clock)
{
    /// <returns>The code of the new theme, which stands last.</returns>
    public Task<string> AddAsync(ThemeWords words, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var taken = await db.Themes.Select(t => t.Code).ToHashSetAsync(ct);
                var plain = Slugs.Of(words.EnglishName, Theme.CodeLength - 4) is { Length: > 0 } slug ? slug : "theme";
                var code = Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{plain}-{n}").Prepend(plain).First(c => !taken.Contains(c));
                db.Add(new Theme(code, words.Name, words.EnglishName, words.Tone, 1 + await db.Themes.MaxAsync(t => (int?)t.Position, ct) ?? 0));
                db.Log("AddTheme", Guid.Empty, by, Now, code);
                return code;
            },
            ct);

    /// <summary>Whether another theme goes by one of these names, in capitals or not, with accents or without.</summary>
    /// <param name="code">Of the theme they are for; null for a new one.</param>
    public async Task<bool> IsTakenAsync(string name, string englishName, string? code, CancellationToken ct = default)
    {
        var others = await db.Themes.Where(t => t.Code != code).Select(t => new { t.Name, t.EnglishName }).ToListAsync(ct);
        return others.Exists(o => Folding.Fold(o.Name) == Folding.Fold(name) || Folding.Fold(o.EnglishName) == Folding.Fold(englishName));
    }

    /// <returns>False when there is no such theme.</returns>
    public Task<bool> ReviseAsync(string code, ThemeWords words, bool isRetired, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.Themes.SingleOrDefaultAsync(t => t.Code == code, ct) is not { } theme)
                {
                    return false;
                }

                theme.Revise(words.Name, words.EnglishName, words.Tone, isRetired);
                db.Log("ReviseTheme", Guid.Empty, by, Now, code);
                return true;
            },
            ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

/// <param name="Name">In French.</param>
public sealed record ThemeWords(string Name, string EnglishName, Tone Tone);
