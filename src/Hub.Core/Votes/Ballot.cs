namespace Hub.Core.Votes;

/// <summary>What one device chose. It says neither whose device it is nor when it voted, and another vote knows it by another name.</summary>
public sealed class Ballot
{
    private Ballot() { }

    public Ballot(Guid sessionId, Guid voter, Guid slotId) => (SessionId, Voter, SlotId) = (sessionId, voter, slotId);

    public Guid SessionId { get; private init; }

    /// <summary>Drawn by lot for a device, see <see cref="VotingPapers"/>.</summary>
    public Guid Voter { get; private init; }

    public Guid SlotId { get; private set; }

    /// <summary>Until the end everybody may think again.</summary>
    public void Change(Guid slotId) => SlotId = slotId;
}
