namespace Hub.Core.Events;

/// <summary>What every mail about a day says of it. Wall times are those of <paramref name="TimeZone"/>.</summary>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Place">Venue and address on one line; null for a remote day.</param>
/// <param name="RemoteLink">Only for somebody who may attend.</param>
/// <param name="Contact">Address of a person who answers.</param>
public sealed record EditionInMail(
    string Title, DateTime LocalStart, DateTime LocalEnd, string TimeZone, string? Place, string? Access, string? RemoteLink, string Organiser, string Contact, Uri Page);
