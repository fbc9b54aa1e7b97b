namespace Hub.Core.Pitches;

/// <summary>The place on stage of an accepted proposal: somebody confirms it in time, or it goes to the next of the reserve.</summary>
public sealed class StageOffer
{
    public const int PresentersLength = 1000;
    public const int SummaryLength = 600;
    public const int NeedsLength = 1000;

    private StageOffer() { }

    /// <param name="confirmBy">UTC.</param>
    public StageOffer(Guid applicationId, Guid callId, DateTime confirmBy, DateTime now) =>
        (ApplicationId, CallId, ConfirmBy, OfferedAt) = (applicationId, callId, confirmBy, now);

    /// <summary>Of its turn in a running order too.</summary>
    public Guid ApplicationId { get; private init; }

    public Guid CallId { get; private init; }

    public StageOfferState State { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OfferedAt { get; private init; }

    /// <summary>UTC; what arrives at this instant is late.</summary>
    public DateTime ConfirmBy { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Names and functions of who comes on stage, one person a line.</summary>
    public string? Presenters { get; private set; }

    /// <summary>What everybody may read of it.</summary>
    public string? Summary { get; private set; }

    /// <summary>What it needs on stage; between them and the organisers.</summary>
    public string? Needs { get; private set; }

    public int Version { get; private set; }

    /// <summary>Nobody else has the place.</summary>
    public bool Holds => State is StageOfferState.Offered or StageOfferState.Confirmed;

    /// <summary>Who comes; once confirmed, this may still change.</summary>
    public bool Confirm(StageFacts facts, DateTime now)
    {
        if (State is not StageOfferState.Confirmed && (State is not StageOfferState.Offered || ConfirmBy <= now))
        {
            return false;
        }

        (State, ConfirmedAt, Version) = (StageOfferState.Confirmed, ConfirmedAt ?? now, Version + 1);
        (Presenters, Summary, Needs) = (facts.Presenters, facts.Summary, facts.Needs);
        return true;
    }

    public bool Lapse(DateTime now) => State is StageOfferState.Offered && ConfirmBy <= now && End(StageOfferState.Lapsed);

    public bool GiveUp() => Holds && End(StageOfferState.GivenUp);

    /// <summary>What reveals a need is of use to nobody any more.</summary>
    private bool End(StageOfferState state)
    {
        (State, Needs, Version) = (state, null, Version + 1);
        return true;
    }
}

public enum StageOfferState { Offered, Confirmed, Lapsed, GivenUp }

/// <inheritdoc cref="StageOffer"/>
public sealed record StageFacts(string Presenters, string? Summary, string? Needs);

/// <param name="Organisation">On whose behalf they come.</param>
/// <inheritdoc cref="StageOffer"/>
public sealed record StageWords(string Organisation, string? Summary);
