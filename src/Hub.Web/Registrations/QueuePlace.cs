namespace Hub.Web.Registrations;

/// <summary>What somebody without a seat can do now.</summary>
public enum QueuePlace
{
    /// <summary>Wait for an offer.</summary>
    Waiting,

    /// <summary>Accept or leave the seat that is held.</summary>
    Offered,

    /// <summary>The time to accept went by.</summary>
    OfferOver,

    /// <summary>The queue is not served any more, and a seat is free.</summary>
    SeatToTake,

    /// <summary>The queue is not served any more, and no seat is free.</summary>
    QueueOver,
}
