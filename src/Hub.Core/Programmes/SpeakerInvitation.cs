using Hub.Core.Calendars;
using Hub.Core.Notifications;

namespace Hub.Core.Programmes;

/// <summary>What one person and the organisers of a day agree on. The programme knows the person by name alone.</summary>
public sealed class SpeakerInvitation
{
    public const int LineLength = 300;
    public const int BiographyLength = 2000;
    public const int NoteLength = 1000;
    public const int MaxWindows = 5;

    /// <summary>Before anybody is reminded.</summary>
    public const int DaysToAnswer = 3;

    private SpeakerInvitation() { }

    public SpeakerInvitation(Guid editionId, string name) => (EditionId, Name) = (editionId, name);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid EditionId { get; private init; }

    /// <summary>As sessions name them; unique in the edition.</summary>
    public string Name { get; private init; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Two spellings of one address are one person.</summary>
    public string NormalizedEmail { get; private set; } = "";

    public SpeakerState State { get; private set; }

    /// <summary>Why they declined or withdrew, in their words.</summary>
    public string? Reason { get; private set; }

    /// <summary>As they put it themselves; null: as the programme does.</summary>
    public string? Function { get; private set; }

    public string? Organisation { get; private set; }
    public string? Biography { get; private set; }

    /// <summary>Equipment and access, between them and the organisers.</summary>
    public string? Needs { get; private set; }

    /// <summary>When they would rather speak; null: as planned.</summary>
    public string? ProposedTime { get; private set; }

    /// <summary>What the organisers answered to it; null while they have not.</summary>
    public bool? IsTimeAgreed { get; private set; }

    /// <summary>When they can be there; empty while they have not said.</summary>
    public IReadOnlyList<SpeakerWindow> Windows { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTime InvitedAt { get; private set; }

    /// <summary>UTC; null until they accept, decline, withdraw or propose another time.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <inheritdoc cref="SpeakerLink"/>
    public string TokenHash { get; private set; } = "";

    /// <inheritdoc cref="SpeakerLink"/>
    public string ProtectedToken { get; private set; } = "";

    /// <inheritdoc cref="SpeakerLink"/>
    public string FeedHash { get; private set; } = "";

    /// <summary>How often they were asked: an invitation sent anew overtakes the one before it.</summary>
    public int Round { get; private set; }

    public int Version { get; private set; }

    /// <summary>They may still come.</summary>
    public bool IsActive => State is SpeakerState.Invited or SpeakerState.Accepted;

    /// <summary>They wait for a word of the organisers.</summary>
    public bool HasOpenProposal => IsActive && ProposedTime is not null && IsTimeAgreed is null;

    /// <summary>They said no, or were replaced: nobody should be told that they come.</summary>
    public bool HasLeft => State is SpeakerState.Declined or SpeakerState.Withdrawn or SpeakerState.Replaced;

    /// <summary>The organisers wait for a word of theirs.</summary>
    public bool IsAwaited => State is SpeakerState.Invited ? AnsweredAt is null : State is SpeakerState.Accepted && Biography is null;

    /// <summary>The first time, anew after a refusal, or at another address: the link before opens nothing any more.</summary>
    /// <returns>False for who is invited at this address already, has accepted or was replaced.</returns>
    public bool Invite(string email, SpeakerLink link, DateTime now)
    {
        if (State is SpeakerState.Accepted or SpeakerState.Replaced || (State is SpeakerState.Invited && NormalizedEmail == MailAddresses.Normalize(email)))
        {
            return false;
        }

        (Email, NormalizedEmail) = (email, MailAddresses.Normalize(email));
        (TokenHash, ProtectedToken, FeedHash) = (link.TokenHash, link.ProtectedToken, link.FeedHash);
        (Reason, AnsweredAt, InvitedAt, Round) = (null, null, now, Round + 1);
        return Turn(SpeakerState.Invited);
    }

    public bool Accept(DateTime now) => State is SpeakerState.Invited && Answer(SpeakerState.Accepted, null, now);

    public bool Decline(string? reason, DateTime now) => State is SpeakerState.Invited && Leave(SpeakerState.Declined, reason, now);

    public bool Withdraw(string? reason, DateTime now) => IsActive && Leave(SpeakerState.Withdrawn, reason, now);

    /// <summary>The organisers found somebody else. Who has not accepted yet is no longer asked.</summary>
    public bool Replace(DateTime now) => IsActive && Leave(State is SpeakerState.Accepted ? SpeakerState.Replaced : SpeakerState.Withdrawn, null, now);

    /// <param name="time">Null: the planned one after all.</param>
    public bool Propose(string? time, DateTime now)
    {
        if (!IsActive)
        {
            return false;
        }

        (ProposedTime, IsTimeAgreed, AnsweredAt) = (time, null, State is SpeakerState.Invited && time is null ? null : now);
        return Turn(State);
    }

    /// <summary>The organisers agree to another time or keep theirs; whoever has not accepted yet is expected to answer again.</summary>
    public bool AnswerTime(bool isAgreed)
    {
        if (!HasOpenProposal)
        {
            return false;
        }

        (IsTimeAgreed, AnsweredAt) = (isAgreed, State is SpeakerState.Invited ? null : AnsweredAt);
        return Turn(State);
    }

    public bool Describe(SpeakerDetails details)
    {
        if (!IsActive)
        {
            return false;
        }

        (Function, Organisation, Biography, Needs, Windows) = (details.Function, details.Organisation, details.Biography, details.Needs, details.Windows);
        return Turn(State);
    }

    /// <summary>As far as they have said.</summary>
    /// <param name="start">Wall time.</param>
    public bool CanBeThere(DateTime start, int minutes) => !IsActive || Windows.Count == 0 || Windows.Any(w => w.Holds(start, minutes));

    /// <summary>When they last got a mail that asks something of them, UTC.</summary>
    public DateTime LastAskedAt => RemindedAt > InvitedAt ? RemindedAt.Value : InvitedAt;

    /// <summary>People are left some days to answer, or to write of themselves once they have.</summary>
    /// <param name="timeZone">IANA zone of the edition.</param>
    public bool CanBeReminded(DateTime now, string timeZone)
    {
        var last = AnsweredAt > LastAskedAt ? AnsweredAt.Value : LastAskedAt;
        return IsAwaited && WallClock.ToWall(last, timeZone).Date.AddDays(DaysToAnswer) <= WallClock.ToWall(now, timeZone).Date;
    }

    /// <inheritdoc cref="CanBeReminded"/>
    public bool Remind(DateTime now, string timeZone)
    {
        if (!CanBeReminded(now, timeZone))
        {
            return false;
        }

        RemindedAt = now;
        return Turn(State);
    }

    /// <summary>What reveals health or belief is of use to nobody any more.</summary>
    private bool Leave(SpeakerState state, string? reason, DateTime now)
    {
        (Needs, ProposedTime, IsTimeAgreed, Windows) = (null, null, null, []);
        return Answer(state, reason, now);
    }

    private bool Answer(SpeakerState state, string? reason, DateTime now)
    {
        (Reason, AnsweredAt) = (reason, now);
        return Turn(state);
    }

    private bool Turn(SpeakerState state)
    {
        State = state;
        Version++;
        return true;
    }
}

public enum SpeakerState { New, Invited, Accepted, Declined, Withdrawn, Replaced }

/// <summary>When somebody can be there: wall times of the edition's zone.</summary>
public sealed record SpeakerWindow(DateTime From, DateTime Until)
{
    public bool Holds(DateTime start, int minutes) => From <= start && start.AddMinutes(minutes) <= Until;
}

/// <summary>What a person says of themselves.</summary>
/// <inheritdoc cref="SpeakerInvitation"/>
public sealed record SpeakerDetails(string? Function, string? Organisation, string? Biography, string? Needs, IReadOnlyList<SpeakerWindow> Windows);
