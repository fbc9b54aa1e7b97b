namespace Hub.Core.Organisations;

/// <summary>A body that organises days: a network of local authorities, an association, a local authority.</summary>
public sealed class Organisation(string name)
{
    public const int NameLength = 200;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private set; } = name;
}
