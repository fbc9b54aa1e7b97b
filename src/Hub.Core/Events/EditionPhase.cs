namespace Hub.Core.Events;

/// <summary>What was decided about a day. Everything else follows from the clock.</summary>
public enum EditionState { Draft, Announced, Postponed, Cancelled }

/// <summary>Where a day stands for somebody who looks at it now.</summary>
public enum EditionPhase { Draft, Announced, RegistrationOpen, RegistrationClosed, InProgress, Completed, Postponed, Cancelled }
