namespace Hub.Core.Territories;

/// <summary>Whatever has a territory of its own and may be somebody's « collectivité ».</summary>
/// <param name="Id">INSEE code, or SIREN of an intermunicipal body.</param>
/// <param name="Within">Where it lies, as « Morbihan (56) »; null for a région and what belongs to none.</param>
/// <param name="Population">Null when nobody counts it; 0 for the six villages that died for France.</param>
public sealed record Territory(TerritoryKind Kind, string Id, string Name, string? Within, int? Population)
{
    /// <summary>What is stored of it: <c>commune:56260</c>.</summary>
    public string Code => $"{Prefixes[(int)Kind]}:{Id}";

    /// <summary>By kind; the words the list of territories begins its lines with.</summary>
    internal static readonly string[] Prefixes = ["commune", "epci", "ept", "departement", "collectivite", "region"];
}

/// <summary>In the order of the list of territories.</summary>
/// <remarks><see cref="TerritorialPublicBody"/>: the eleven parts of the Métropole du Grand Paris.</remarks>
public enum TerritoryKind { Municipality, IntermunicipalBody, TerritorialPublicBody, Department, OverseasCollectivity, Region }
