using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>Words for the labels and errors of a model: first the texts of its folder (the class named …Texts beside it), then the shared ones.</summary>
public sealed class FolderTexts(IStringLocalizer folder, IStringLocalizer shared) : IStringLocalizer
{
    private static readonly ConcurrentDictionary<Type, Type> Beside = new();

    public LocalizedString this[string name] => Pick(folder[name], () => shared[name]);

    public LocalizedString this[string name, params object[] arguments] => Pick(folder[name, arguments], () => shared[name, arguments]);

    public static IStringLocalizer For(Type model, IStringLocalizerFactory factory) =>
        new FolderTexts(factory.Create(Beside.GetOrAdd(model, TextsOf)), factory.Create(typeof(SharedTexts)));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => folder.GetAllStrings(includeParentCultures);

    private static LocalizedString Pick(LocalizedString first, Func<LocalizedString> second) => first.ResourceNotFound ? second() : first;

    private static Type TextsOf(Type model) =>
        Array.Find(model.Assembly.GetTypes(), t => t.Namespace == model.Namespace && t.Name.EndsWith("Texts", StringComparison.Ordinal) && t != typeof(FolderTexts))
        ?? typeof(SharedTexts);
}
