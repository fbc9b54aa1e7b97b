using Hub.Core.Languages;

namespace Hub.Core.Organisations;

/// <summary>A body that organises days: a network of local authorities, an association, a local authority.</summary>
public sealed class Organisation(string name)
{
    public const int NameLength = 200;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private set; } = name;

    /// <summary>Its name in capitals without accents, for search.</summary>
    public string SearchText { get; private set; } = Folding.Fold(name);

    public void Rename(string name) => (Name, SearchText) = (name, Folding.Fold(name));

    /// <summary>Says anew what search finds it by.</summary>
    public void Index() => SearchText = Folding.Fold(Name);
}
