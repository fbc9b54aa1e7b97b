namespace Hub.Web.Search;

/// <summary>What search looks through.</summary>
public enum Shelf
{
    Days,
    Sessions,
    Organisations,
    Regions,
}

/// <param name="Address">Path of its page, without the language.</param>
/// <param name="English">Null: the French title stands.</param>
/// <param name="About">When and where, in words.</param>
public sealed record Finding(string Address, string Title, string? English, string About);

/// <summary>What one shelf holds for the words asked for.</summary>
/// <param name="Total">All of them, of which <paramref name="Findings"/> are one page.</param>
public sealed record ShelfFindings(Shelf Shelf, int Total, IReadOnlyList<Finding> Findings);
