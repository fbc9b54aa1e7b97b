using Hub.Core.Events;

namespace Hub.Web.Registrations;

/// <summary>A session that people sign up for, as one registered person sees it.</summary>
/// <param name="Room">Null for all rooms.</param>
/// <param name="Left">Free places, 0 and more.</param>
public sealed record Workshop(Session Session, string? Room, int Left, bool IsMine);
