namespace Hub.Core.Events;

/// <summary>A room of an edition; a column of its programme.</summary>
public sealed class Room(Guid editionId, string name, int? seats, int position)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid EditionId { get; private init; } = editionId;
    public string Name { get; set; } = name;

    /// <summary>How many people fit; null when nobody said.</summary>
    public int? Seats { get; set; } = seats;

    /// <summary>Order from left to right.</summary>
    public int Position { get; set; } = position;
}
