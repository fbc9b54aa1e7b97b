using Hub.Core.Programmes;

namespace Hub.Core.Registrations;

/// <summary>Who gets a mail about a publication, and about which of its changes.</summary>
/// <param name="Registrations">Those who have a place where something moved or is gone.</param>
/// <param name="Speakers">By invitation: those whose session was placed, moved or removed.</param>
public sealed record ProgrammeAudience(
    IReadOnlyDictionary<Guid, IReadOnlyList<ProgrammeChange>> Registrations, IReadOnlyDictionary<Guid, IReadOnlyList<ProgrammeChange>> Speakers)
{
    public static readonly ProgrammeAudience Nobody = new(new Dictionary<Guid, IReadOnlyList<ProgrammeChange>>(), new Dictionary<Guid, IReadOnlyList<ProgrammeChange>>());

    public int Count => Registrations.Count + Speakers.Count;
}
