using System.Globalization;

namespace Hub.Core.Files;

/// <summary>Names of files, as browsers send them.</summary>
public static class FileNames
{
    /// <summary>Without a path, on one line, in one direction, and not too long; its extension stays.</summary>
    public static string Clean(string? name, int length)
    {
        var last = string.Concat((name ?? "").Split('/', '\\')[^1].Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format && c is not ('\uFFFE' or '\uFFFF'))).Trim();
        var extension = Path.GetExtension(last);
        return last.Length <= length ? last : extension.Length < length ? last[..(length - extension.Length)] + extension : last[..length];
    }
}
