namespace Hub.Core.Territories;

/// <summary>
/// Every région, département, intermunicipal body and municipality of today, read once into memory when first asked.
/// Nothing of it changes while the hub runs.
/// </summary>
public sealed class Gazetteer
{
    /// <summary>Longer text finds nothing that shorter would not.</summary>
    public const int TextLength = 100;

    private const int Unknown = -1;

    private static readonly Region[] Regions = [.. Region.All];

    private static readonly Lazy<Gazetteer> Loaded = new(() => new(TerritoryRows.Load()));

    private readonly TerritoryRows rows;
    private readonly NameIndex names;
    private readonly CodeIndex postalCodes;
    private readonly CodeIndex sirens;

    /// <summary>Of each row, régions at the end; <see cref="Unknown"/> where nobody counts.</summary>
    private readonly int[] populations;

    internal Gazetteer(TerritoryRows rows)
    {
        this.rows = rows;
        Count = rows.Count + Regions.Length;
        names = new(Enumerable.Range(0, Count).Select(NameOf), Count);
        postalCodes = new(5, rows, Cell.PostalCodes);
        sirens = new(9, rows, Cell.Siren);
        populations = [.. Enumerable.Range(0, Count).Select(row => row < rows.Count ? rows.Number(row, Cell.Population) ?? Unknown : Unknown)];
        Departments = CountDepartments();
    }

    /// <summary>Loads at the first call, which takes a fraction of a second.</summary>
    public static Gazetteer France => Loaded.Value;

    /// <summary>Territories of all kinds.</summary>
    public int Count { get; }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Department> Departments { get; }

    /// <summary>
    /// By name, however it is spelt; by postal code or its beginning; by SIREN or SIRET; by INSEE code. The name that
    /// fits best comes first, then the place with the most people.
    /// </summary>
    public IReadOnlyList<Territory> Search(string? text, int limit) => [.. Find(text, limit).Rows.Select(At)];

    /// <summary>As <see cref="Search"/>, and whether there is no doubt which one is meant: one has just this name or code.</summary>
    public TerritoryMatch Match(string? text, int limit)
    {
        // One more than asked, or the only one shown would seem the only one.
        var best = Find(text, limit + 1);
        List<Territory> found = [.. best.Rows.Select(At)];
        return new(best.IsCertain ? found[0] : null, [.. found.Take(limit)]);
    }

    /// <param name="code">As <see cref="Territory.Code"/>.</param>
    /// <returns>Null when there is none (any more).</returns>
    public Territory? Find(string? code) => RowOf(code) is { } row ? At(row) : null;

    /// <param name="code">INSEE code.</param>
    public Municipality? FindMunicipality(string code) => rows.Find(TerritoryKind.Municipality, code) is { } row
        ? new(
            code, NameOf(row), rows.Text(row, Cell.Within), rows.TextOrNull(row, Cell.Siren), rows.Texts(row, Cell.PostalCodes),
            rows.Number(row, Cell.Population), rows.TextOrNull(row, Cell.Body))
        : null;

    /// <summary>EPCI or EPT.</summary>
    public IntermunicipalBody? FindIntermunicipal(string siren) =>
        (rows.Find(TerritoryKind.IntermunicipalBody, siren) ?? rows.Find(TerritoryKind.TerritorialPublicBody, siren)) is { } row
            ? new(siren, NameOf(row), rows.Texts(row, Cell.Within), rows.Number(row, Cell.Population))
            : null;

    private BestHits Find(string? text, int limit)
    {
        text = text is { Length: > TextLength } ? text[..TextLength] : text ?? "";
        BestHits best = new(limit, populations);
        if (PlaceQuery.ReadCode(text) is { } code)
        {
            FindCode(code, best);
            return best;
        }

        var query = PlaceQuery.Read(text);
        FindName(query, best);
        if (!best.HasGood && query.WithoutKind() is { } alone)
        {
            BestHits another = new(limit, populations);
            FindName(alone, another);
            best = another.Count > 0 ? another : best;
        }

        return best;
    }

    private void FindCode(string code, BestHits best)
    {
        if (code.Length == 9)
        {
            AddAll(sirens.Find(code), Fit.Exact, best);
            return;
        }

        foreach (var kind in (TerritoryKind[])[TerritoryKind.Department, TerritoryKind.OverseasCollectivity, TerritoryKind.Municipality])
        {
            if (rows.Find(kind, code) is { } row)
            {
                best.Add(row, kind is TerritoryKind.Municipality ? Fit.Exact : Fit.Beginning);
            }
        }

        if (code.All(char.IsAsciiDigit))
        {
            AddAll(postalCodes.Find(code), code.Length == 5 ? Fit.Exact : Fit.Beginning, best);
        }
    }

    private void FindName(PlaceQuery query, BestHits best)
    {
        // Numbers alone are no name.
        if (query.Words.Length > 0)
        {
            names.Search(query.Words, (row, fit) =>
            {
                if ((query.Kind is null || KindOf(row) == query.Kind) && query.Places.All(place => names.Contains(row, place) || LiesIn(row, place)))
                {
                    best.Add(row, fit);
                }
            });
        }
    }

    private static void AddAll(ReadOnlySpan<int> found, Fit fit, BestHits best)
    {
        foreach (var row in found)
        {
            best.Add(row, fit);
        }
    }

    private bool LiesIn(int row, string place) =>
        row < rows.Count && rows.Texts(row, Cell.PostalCodes).Concat(rows.Texts(row, Cell.Within)).Any(code => code.StartsWith(place, StringComparison.Ordinal));

    private int? RowOf(string? code)
    {
        if (code?.Split(':') is not [var prefix, var id])
        {
            return null;
        }

        var kind = (TerritoryKind)Array.IndexOf(Territory.Prefixes, prefix);
        var region = Region.Find(id) is { } known ? rows.Count + Array.IndexOf(Regions, known) : (int?)null;
        return kind is TerritoryKind.Region ? region : rows.Find(kind, id);
    }

    private Territory At(int row)
    {
        var kind = KindOf(row);
        var id = kind is TerritoryKind.Region ? Regions[row - rows.Count].Code : rows.Text(row, Cell.Code);
        return new(kind, id, NameOf(row), WithinOf(kind, row), populations[row] is var people and not Unknown ? people : null);
    }

    private string? WithinOf(TerritoryKind kind, int row) => kind switch
    {
        TerritoryKind.Region or TerritoryKind.OverseasCollectivity => null,
        TerritoryKind.Department => Region.Find(rows.Text(row, Cell.Within))?.Name,
        _ => string.Join(", ", rows.Texts(row, Cell.Within).Select(code => $"{NameOf(DepartmentRow(code))} ({code})")),
    };

    private TerritoryKind KindOf(int row) => row < rows.Count ? rows.Kind(row) : TerritoryKind.Region;

    private string NameOf(int row) => row < rows.Count ? rows.Text(row, Cell.Name) : Regions[row - rows.Count].Name;

    private int DepartmentRow(string code) => (rows.Find(TerritoryKind.Department, code) ?? rows.Find(TerritoryKind.OverseasCollectivity, code))!.Value;

    /// <summary>Adds the people of its municipalities up for each département and région.</summary>
    private List<Department> CountDepartments()
    {
        Dictionary<string, (int Municipalities, int Bodies, int People)> figures = new(StringComparer.Ordinal);
        for (var row = 0; row < rows.Count && rows.Kind(row) < TerritoryKind.Department; row++)
        {
            var code = rows.Texts(row, Cell.Within)[0];
            var (municipalities, bodies, people) = figures.GetValueOrDefault(code);
            figures[code] = rows.Kind(row) switch
            {
                TerritoryKind.Municipality => (municipalities + 1, bodies, people + Math.Max(populations[row], 0)),
                TerritoryKind.IntermunicipalBody => (municipalities, bodies + 1, people),
                _ => (municipalities, bodies, people),
            };
        }

        List<Department> departments = [];
        foreach (var (code, (municipalities, bodies, people)) in figures.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var row = DepartmentRow(code);
            populations[row] = people > 0 ? people : Unknown;
            if (rows.Kind(row) is TerritoryKind.Department)
            {
                var region = Region.Find(rows.Text(row, Cell.Within))!;
                var regionRow = rows.Count + Array.IndexOf(Regions, region);
                populations[regionRow] = Math.Max(populations[regionRow], 0) + people;
                departments.Add(new(code, NameOf(row), region.Code, municipalities, bodies));
            }
        }

        return departments;
    }
}
