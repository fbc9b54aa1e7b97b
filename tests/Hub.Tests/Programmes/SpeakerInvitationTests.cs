using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

public sealed class SpeakerInvitationTests
{
    private static readonly SpeakerLink Link = new("hash", "secret", "feed");

    [Fact]
    public void Only_who_is_asked_can_accept_or_decline()
    {
        Assert.Equal([SpeakerState.Invited], States(i => i.Accept(An.Now)));
        Assert.Equal([SpeakerState.Invited], States(i => i.Decline(null, An.Now)));
    }

    [Fact]
    public void Only_who_may_still_come_can_withdraw_be_replaced_or_speak_of_themselves()
    {
        SpeakerState[] active = [SpeakerState.Invited, SpeakerState.Accepted];

        Assert.Equal(active, States(i => i.Withdraw("Malade.", An.Now)));
        Assert.Equal(active, States(i => i.Replace(An.Now)));
        Assert.Equal(active, States(i => i.Propose("Plus tard.", An.Now)));
        Assert.Equal(active, States(i => i.Describe(new(null, null, "Présentation.", null, []))));
    }

    [Fact]
    public void Who_refused_can_be_asked_again_and_who_was_replaced_cannot() =>
        Assert.Equal([SpeakerState.Declined, SpeakerState.Withdrawn], States(i => i.Invite(ASpeaker.Email, Link, An.Now)));

    [Fact]
    public void What_was_said_of_needs_goes_with_who_does_not_come()
    {
        var invitation = In(SpeakerState.Accepted);
        invitation.Describe(new(null, null, null, "Une rampe.", [new(An.Now, An.Now.AddHours(1))]));

        invitation.Withdraw("Malade.", An.Now);

        Assert.Null(invitation.Needs);
        Assert.Empty(invitation.Windows);
        Assert.Equal("Malade.", invitation.Reason);
    }

    /// <summary>Those from which the change is possible.</summary>
    private static IEnumerable<SpeakerState> States(Func<SpeakerInvitation, bool> change) =>
        Enum.GetValues<SpeakerState>().Where(s => s is not SpeakerState.New && change(In(s)));

    private static SpeakerInvitation In(SpeakerState state)
    {
        SpeakerInvitation invitation = new(Guid.NewGuid(), ASpeaker.Name);
        invitation.Invite(ASpeaker.Email, Link, An.Now);
        _ = state switch
        {
            SpeakerState.Accepted => invitation.Accept(An.Now),
            SpeakerState.Declined => invitation.Decline(null, An.Now),
            SpeakerState.Withdrawn => invitation.Withdraw(null, An.Now),
            SpeakerState.Replaced => invitation.Accept(An.Now) && invitation.Replace(An.Now),
            _ => true,
        };
        Assert.Equal(state, invitation.State);
        return invitation;
    }
}
