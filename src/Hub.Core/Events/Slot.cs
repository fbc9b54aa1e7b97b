using System.Text.Json.Serialization;

namespace Hub.Core.Events;

/// <summary>A turn on stage.</summary>
/// <param name="Presenters">Names and functions, one person a line.</param>
public sealed record Slot(Guid Id, string Title, string? Presenters)
{
    public SlotState State { get; init; }

    /// <summary>When they were called on stage, UTC.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When they left it, UTC.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The beginning that the presenters were last told, UTC.</summary>
    public DateTime? ToldAs { get; init; }

    /// <summary>The same turn of these people: who is new has been told nothing.</summary>
    public Slot By(string? presenters) => presenters == Presenters ? this : this with { Presenters = presenters, ToldAs = null };
}

[JsonConverter(typeof(JsonStringEnumConverter<SlotState>))]
public enum SlotState { Waiting, OnStage, Presented, NoShow }
