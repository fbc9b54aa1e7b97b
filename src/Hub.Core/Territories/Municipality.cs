namespace Hub.Core.Territories;

/// <summary>A commune of today.</summary>
/// <param name="Code">INSEE code, a string: "2A004".</param>
/// <param name="DepartmentCode">Or that of the overseas collectivity it belongs to.</param>
/// <param name="PostalCodes">Empty for places without mail.</param>
/// <param name="IntermunicipalSiren">Null on four islands, in the overseas collectivities.</param>
public sealed record Municipality(
    string Code, string Name, string DepartmentCode, string? Siren, IReadOnlyList<string> PostalCodes, int? Population, string? IntermunicipalSiren);
