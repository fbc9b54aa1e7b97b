using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hub.Core.Data;

/// <summary>
/// Stores the time a clock on the wall shows, to the minute, as text: no database may shift it by a zone, and it
/// still sorts.
/// </summary>
public sealed class WallTimeConverter() : ValueConverter<DateTime, string>(
    wall => wall.ToString(Format, CultureInfo.InvariantCulture),
    stored => DateTime.ParseExact(stored, Format, CultureInfo.InvariantCulture))
{
    /// <summary>Length of the stored text.</summary>
    public const int Length = 16;

    private const string Format = "yyyy-MM-dd'T'HH:mm";
}
