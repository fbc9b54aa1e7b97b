namespace Hub.Core.Territories;

/// <summary>Municipalities that act together: EPCI with taxes of its own, or part of the Métropole du Grand Paris (EPT).</summary>
/// <param name="DepartmentCodes">First where most of its people live.</param>
public sealed record IntermunicipalBody(string Siren, string Name, IReadOnlyList<string> DepartmentCodes, int? Population);
