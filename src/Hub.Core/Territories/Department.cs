namespace Hub.Core.Territories;

/// <summary>One of the 101 départements.</summary>
/// <param name="Code">INSEE code, a string: "2A", "01".</param>
/// <param name="Intermunicipal">EPCI most of whose people live there.</param>
public sealed record Department(string Code, string Name, string RegionCode, int Municipalities, int Intermunicipal);
