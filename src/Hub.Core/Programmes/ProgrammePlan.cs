using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Events;

namespace Hub.Core.Programmes;

/// <summary>A programme as one value: what organisers draft, what a version keeps, and what files bring and take away.</summary>
/// <param name="Rooms">In the order of their columns.</param>
/// <param name="Sessions">In the order they were planned.</param>
public sealed record ProgrammePlan(IReadOnlyList<PlannedRoom> Rooms, IReadOnlyList<PlannedSession> Sessions)
{
    public const int MaxSessions = 1000;

    public const int MaxRooms = 60;

    /// <summary>Of a session.</summary>
    public const int ShortestMinutes = 5;

    /// <inheritdoc cref="ShortestMinutes"/>
    public const int LongestMinutes = 24 * 60;

    public static readonly ProgrammePlan Empty = new([], []);

    /// <summary>What is published.</summary>
    /// <param name="rooms">In the order of their columns.</param>
    public static ProgrammePlan Of(IEnumerable<Room> rooms, IEnumerable<Session> sessions) =>
        new([.. rooms.Select(r => new PlannedRoom(r.Id, r.Name, r.Seats))], [.. sessions.Select(s => new PlannedSession(s.Id, s.Code, s.Facts))]);

    public static ProgrammePlan FromJson(string json) => JsonSerializer.Deserialize(json, PlanJson.Default.ProgrammePlan) ?? Empty;

    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.ProgrammePlan);

    /// <summary>Those that have a time, as they would stand in the programme once published.</summary>
    public IReadOnlyList<Session> SessionsOf(Edition edition) => [.. Sessions.Where(s => s.IsPlaced).Select(s => s.In(edition))];

    public IReadOnlyList<Room> RoomsOf(Edition edition) => [.. Rooms.Select((r, position) => r.In(edition, position))];

    public PlannedSession? Find(Guid sessionId) => Sessions.FirstOrDefault(s => s.Id == sessionId);

    public bool HasRoom(Guid? roomId) => roomId is null || Rooms.Any(r => r.Id == roomId);

    /// <returns>Null for all rooms.</returns>
    public string? RoomNameOf(PlannedSession session) => Rooms.FirstOrDefault(r => r.Id == session.Facts.RoomId)?.Name;

    /// <summary>The first session that takes the same room at the same time; one without a room takes all of them.</summary>
    /// <param name="timeZone">IANA zone of the edition.</param>
    public PlannedSession? InTheWayOf(PlannedSession session, string timeZone)
    {
        if (session.TimeIn(timeZone) is not { } time)
        {
            return null;
        }

        var room = session.Facts.RoomId;
        return Sessions.FirstOrDefault(other => other.Id != session.Id
            && (room is null || other.Facts.RoomId is null || other.Facts.RoomId == room)
            && other.TimeIn(timeZone) is { } taken && time.StartsAt < taken.EndsAt && taken.StartsAt < time.EndsAt);
    }

    /// <summary>Puts the session in the place of the one it was, or at the end.</summary>
    internal ProgrammePlan With(PlannedSession session) => this with
    {
        Sessions = Find(session.Id) is null ? [.. Sessions, session] : [.. Sessions.Select(s => s.Id == session.Id ? session : s)],
    };

    internal ProgrammePlan Without(Guid sessionId) => this with { Sessions = [.. Sessions.Where(s => s.Id != sessionId)] };

    /// <summary>The same programme on another date.</summary>
    internal ProgrammePlan Shifted(TimeSpan shift) =>
        shift == TimeSpan.Zero ? this : this with { Sessions = [.. Sessions.Select(s => s with { Facts = s.Facts with { LocalStart = s.Facts.LocalStart + shift } })] };
}

/// <summary>Written with each move of a card: code made when the hub is built is twice as fast as what looks at types when it runs.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProgrammePlan))]
internal sealed partial class PlanJson : JsonSerializerContext;

/// <param name="Seats">How many people fit; null when nobody said.</param>
public sealed record PlannedRoom(Guid Id, string Name, int? Seats)
{
    public Room In(Edition edition, int position) => new(edition.Id, Name, Seats, position) { Id = Id };
}
