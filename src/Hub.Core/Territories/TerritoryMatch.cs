namespace Hub.Core.Territories;

/// <param name="Certain">Null when nothing was found, or more than one may be meant.</param>
/// <param name="Candidates">The best fits, the best first.</param>
public sealed record TerritoryMatch(Territory? Certain, IReadOnlyList<Territory> Candidates);
