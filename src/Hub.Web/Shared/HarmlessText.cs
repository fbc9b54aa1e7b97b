using System.Text.RegularExpressions;

namespace Hub.Web.Shared;

/// <summary>
/// What people typed, so that no spreadsheet runs any of it: neither where the whole value opens a cell, nor where the
/// file is read with another separator and a cell begins in the middle of a value.
/// </summary>
public static partial class HarmlessText
{
    public static string Of(string value) => FormulaAtStart().Replace(FormulaInside().Replace(value, " "), "'$0");

    /// <summary>Some spreadsheets read the full-width signs of East Asian keyboards like the plain ones.</summary>
    [GeneratedRegex(@"^[\uFF1D\uFF0B\uFF0D\uFF20]", RegexOptions.NonBacktracking)]
    private static partial Regex FormulaAtStart();

    /// <summary>The place after a separator, and the quotes that may open a cell there, before a sign that opens a formula.</summary>
    [GeneratedRegex(@"(?<=[,;\t\r\n][""']*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormulaInside();
}
