using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>Words for the labels and errors of a model: first the texts of its folder (the classes named …Texts beside it), then the shared ones.</summary>
public sealed class FolderTexts(IStringLocalizer folder, IStringLocalizer below) : IStringLocalizer
{
    private static readonly ConcurrentDictionary<Type, Type[]> Beside = new();

    public LocalizedString this[string name] => Pick(folder[name], () => below[name]);

    public LocalizedString this[string name, params object[] arguments] => Pick(folder[name, arguments], () => below[name, arguments]);

    public static IStringLocalizer For(Type model, IStringLocalizerFactory factory) =>
        Beside.GetOrAdd(model, TextsOf).Aggregate(factory.Create(typeof(SharedTexts)), (below, texts) => new FolderTexts(factory.Create(texts), below));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => folder.GetAllStrings(includeParentCultures);

    private static LocalizedString Pick(LocalizedString first, Func<LocalizedString> second) => first.ResourceNotFound ? second() : first;

    private static Type[] TextsOf(Type model) => Array.FindAll(
        model.Assembly.GetTypes(), t => t.Namespace == model.Namespace && t.Name.EndsWith("Texts", StringComparison.Ordinal) && t != typeof(FolderTexts));
}
