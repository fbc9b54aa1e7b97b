namespace Hub.Core.Programmes;

/// <summary>The picture of somebody who allowed to show it, stored as it was sent. It goes when they do not come.</summary>
public sealed class SpeakerPhoto
{
    public required Guid InvitationId { get; init; }

    /// <summary>image/jpeg, image/png or image/webp.</summary>
    public required string MediaType { get; set; }

    public required byte[] Content { get; set; }

    /// <summary>SHA-256 in hexadecimal; its name in addresses.</summary>
    public required string Hash { get; set; }

    /// <summary>Pixels.</summary>
    public required int Width { get; set; }

    /// <summary>Pixels.</summary>
    public required int Height { get; set; }

    /// <summary>When the person allowed to publish it, UTC.</summary>
    public required DateTime ConsentedAt { get; set; }
}
