using System.Globalization;
using Hub.Core.Languages;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>Reads single values of a form and says beside the field what is wrong with them.</summary>
/// <param name="prefix">Name of the form's model, as its fields begin.</param>
public sealed class LineReader(ModelStateDictionary errors, IStringLocalizer texts, string prefix)
{
    /// <summary>Text that goes on one line, trimmed: a line break would reach calendars and the subjects of mails.</summary>
    public string? Line(string field, string? value, int length, bool isRequired)
    {
        var line = value?.Trim();
        if (line is not null && line.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
        {
            return Refuse(field, texts["LineBreak"]);
        }

        return Check(field, line, length, isRequired);
    }

    /// <summary>Text of several lines, which end as on the web they do not: with a line feed alone.</summary>
    public string? Text(string field, string? value, int length) =>
        Check(field, value?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(), length, isRequired: false);

    public string? Address(string field, string? value, int length)
    {
        var address = Line(field, value, length, isRequired: true);
        return address is null || MailAddresses.ToHeader(address) is not null
            ? address
            : Refuse(field, texts["AddressWrong"]);
    }

    public string? Link(string field, string? value, int length, bool isRequired)
    {
        var link = Line(field, value, length, isRequired);
        return link is null || (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps)
            ? link
            : Refuse(field, texts["LinkWrong"]);
    }

    /// <returns>0 when an error was added.</returns>
    public int Number(string field, string? value, int from, int to)
    {
        var digits = string.Concat((value ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        Refuse(field, texts["NumberWrong", Spoken.Number(from), Spoken.Number(to)]);
        return 0;
    }

    public string? Refuse(string field, string message)
    {
        errors.AddModelError(prefix.Length == 0 ? field : $"{prefix}.{field}", message);
        return null;
    }

    private string? Check(string field, string? value, int length, bool isRequired)
    {
        if (string.IsNullOrEmpty(value))
        {
            return isRequired ? Refuse(field, texts[$"Missing.{field}"] is { ResourceNotFound: false } own ? own : texts["Missing"]) : null;
        }

        return value.Length > length ? Refuse(field, texts["TooLong", length]) : value;
    }
}
