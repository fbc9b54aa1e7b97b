using Hub.Core.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Hub.Web.Shared;

/// <summary>Words an organiser wrote in French, and perhaps in English.</summary>
public static class Bilingual
{
    /// <summary>In the reader's language where the words exist in it; French words on an English page say that they are French.</summary>
    public static IHtmlContent Show(string? french, string? english)
    {
        if (!Spoken.English || string.IsNullOrEmpty(french))
        {
            return new HtmlContentBuilder().Append(Typography.French(french ?? ""));
        }

        if (!string.IsNullOrEmpty(english))
        {
            return new HtmlContentBuilder().Append(english);
        }

        var span = new TagBuilder("span");
        span.Attributes["lang"] = "fr";
        span.InnerHtml.Append(Typography.French(french));
        return span;
    }

    /// <summary>The same without markup, for titles of windows and attributes.</summary>
    public static string Say(string? french, string? english) =>
        Spoken.English && !string.IsNullOrEmpty(english) ? english : Typography.French(french ?? "");

    /// <summary>For a block of words on an element of its own: « fr » where an English page shows French words, else null.</summary>
    public static string? LanguageOf(string? english) => Spoken.English && string.IsNullOrEmpty(english) ? "fr" : null;

    /// <summary>The words themselves, for what renders them.</summary>
    public static string? Pick(string? french, string? english) => Spoken.English && !string.IsNullOrEmpty(english) ? english : french;
}
