using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>Somebody the draft names, and what became of their invitation.</summary>
/// <param name="Number">From 1, in the order of the page.</param>
/// <param name="Invitation">Null while nobody invited them.</param>
public sealed record SpeakerRow(int Number, PlannedPerson Person, SpeakerInvitation? Invitation, bool HasPhoto)
{
    public string Name => Person.Name;

    public bool CanInvite => Invitation is null or { State: SpeakerState.Invited or SpeakerState.Declined or SpeakerState.Withdrawn };

    /// <summary>Placed sessions at a time they cannot be there.</summary>
    public IReadOnlyList<PlannedSession> Clashes => Invitation is null
        ? []
        : [.. Person.Sessions.Where(s => s.Facts.LocalStart is { } start && !Invitation.CanBeThere(start, s.Facts.Minutes))];

    public IEnumerable<SpeakerTask> Tasks
    {
        get
        {
            if (Invitation is null)
            {
                yield return SpeakerTask.NotInvited;
            }

            if (Invitation is { State: SpeakerState.Invited, AnsweredAt: null })
            {
                yield return SpeakerTask.NoAnswer;
            }

            if (Invitation is { State: SpeakerState.Accepted, Biography: null })
            {
                yield return SpeakerTask.NoBiography;
            }

            if (Invitation is { State: SpeakerState.Accepted } && !HasPhoto)
            {
                yield return SpeakerTask.NoPhoto;
            }

            if (Invitation is { HasOpenProposal: true })
            {
                yield return SpeakerTask.OtherTime;
            }
        }
    }
}

/// <summary>What is still to do about somebody.</summary>
public enum SpeakerTask { NotInvited, NoAnswer, NoBiography, NoPhoto, OtherTime }

/// <summary>Somebody who does not come, and is still named.</summary>
/// <param name="Planned">Sessions of the draft.</param>
/// <param name="Published">Sessions everybody can read.</param>
public sealed record SpeakerGap(string Name, SpeakerState State, int Planned, int Published);
