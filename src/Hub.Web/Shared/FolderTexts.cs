using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>Words for the labels and errors of a model: the texts of its folder (the classes named …Texts beside it), then the shared ones.</summary>
public sealed class FolderTexts(IReadOnlyList<IStringLocalizer> texts) : IStringLocalizer
{
    private static readonly ConcurrentDictionary<string, Type[]> Beside = new(StringComparer.Ordinal);

    public LocalizedString this[string name] => First(t => t[name]);

    public LocalizedString this[string name, params object[] arguments] => First(t => t[name, arguments]);

    public static IStringLocalizer For(Type model, IStringLocalizerFactory factory) =>
        new FolderTexts([.. Beside.GetOrAdd(model.Namespace ?? "", TextsOf).Append(typeof(SharedTexts)).Select(factory.Create)]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => texts.SelectMany(t => t.GetAllStrings(includeParentCultures));

    private LocalizedString First(Func<IStringLocalizer, LocalizedString> ask)
    {
        var answers = texts.Select(ask).ToList();
        return answers.Find(a => !a.ResourceNotFound) ?? answers[^1];
    }

    private static Type[] TextsOf(string folder) =>
        [.. typeof(FolderTexts).Assembly.GetTypes().Where(t => t.Namespace == folder && t.Name.EndsWith("Texts", StringComparison.Ordinal) && t != typeof(FolderTexts))];
}
