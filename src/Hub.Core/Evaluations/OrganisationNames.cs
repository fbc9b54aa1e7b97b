using Hub.Core.Languages;

namespace Hub.Core.Evaluations;

/// <summary>Names of organisations as people type them.</summary>
public static class OrganisationNames
{
    /// <summary>Equal for names that differ by case, accents, spaces and punctuation alone.</summary>
    public static string KeyOf(string name) => string.Concat(Folding.Fold(name).Where(char.IsLetterOrDigit));
}
