namespace Hub.Web.Operations;

public enum Severity { Ok, Warning, Error }

/// <summary>One line of the doctor.</summary>
/// <param name="Check">One word.</param>
/// <param name="Text">What is so, or what is wrong.</param>
/// <param name="Advice">What to do; null when all is well.</param>
public sealed record Finding(Severity Severity, string Check, string Text, string? Advice = null)
{
    public override string ToString() =>
        $"{Severity.ToString().ToLowerInvariant(),-8}{Check,-13}{Text.ReplaceLineEndings(" ")}{(Advice is null ? "" : $" -> {Advice}")}";
}
