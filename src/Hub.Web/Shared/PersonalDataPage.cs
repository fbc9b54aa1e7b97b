using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Core.Languages;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>The same as the file for programs, as one page that needs nothing else: it is read from a folder, without the hub.</summary>
internal sealed class PersonalDataPage(IStringLocalizer<PersonalDataTexts> texts)
{
    /// <summary>Where the clocks of the page stand, but for those of a day.</summary>
    private const string Zone = "Europe/Paris";

    private const string Style = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}"
        + "h2{border-top:2px solid;padding-top:1rem;margin-top:2.5rem}dl{display:grid;grid-template-columns:minmax(10rem,max-content) 1fr;gap:.25rem 1.5rem}dt{font-weight:600}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}"
        + "table{border-collapse:collapse}th,td{text-align:start;vertical-align:top;padding:.25rem 1rem .25rem 0;border-bottom:1px solid #ccd}";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private readonly StringBuilder page = new();

    public string Write(JsonObject data)
    {
        page.Append(CultureInfo.InvariantCulture, $"""<!DOCTYPE html><html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}"><head><meta charset="utf-8">""")
            .Append(CultureInfo.InvariantCulture, $"""<meta name="viewport" content="width=device-width"><title>{Html.Encode(texts["Title"])}</title><style>{Style}</style></head>""")
            .Append(CultureInfo.InvariantCulture, $"<body><main><h1>{Html.Encode(texts["Title"])}</h1><p>{Html.Encode(texts["Intro"])}</p>");
        Object(data, 2);
        return page.Append("</main></body></html>\n").ToString();
    }

    private void Object(JsonObject data, int level)
    {
        var plain = data.Where(p => p.Value is null or JsonValue).ToList();
        if (plain.Count > 0)
        {
            page.Append("<dl>");
            foreach (var (name, value) in plain)
            {
                page.Append(CultureInfo.InvariantCulture, $"<dt>{Label(name)}</dt><dd>{Say(name, value)}</dd>");
            }

            page.Append("</dl>");
        }

        foreach (var (name, value) in data.Where(p => p.Value is JsonObject or JsonArray))
        {
            page.Append(CultureInfo.InvariantCulture, $"<section><h{level}>{Label(name)}</h{level}>");
            Nested(value!, level);
            page.Append("</section>");
        }
    }

    private void Nested(JsonNode value, int level)
    {
        switch (value)
        {
            case JsonObject data:
                Object(data, level + 1);
                break;
            case JsonArray { Count: 0 }:
                page.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(texts["Nothing"])}</p>");
                break;
            case JsonArray rows when rows.All(r => r!.AsObject().All(p => p.Value is null or JsonValue)):
                Table(rows);
                break;
            case JsonArray rows:
                foreach (var (number, row) in rows.Index())
                {
                    page.Append(CultureInfo.InvariantCulture, $"<section><h{level + 1}>{Html.Encode(texts["Number", number + 1])}</h{level + 1}>");
                    Object(row!.AsObject(), level + 2);
                    page.Append("</section>");
                }

                break;
        }
    }

    private void Table(JsonArray rows)
    {
        page.Append("<table><thead><tr>").AppendJoin("", rows[0]!.AsObject().Select(p => $"""<th scope="col">{Label(p.Key)}</th>""")).Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            page.Append("<tr>").AppendJoin("", row!.AsObject().Select(p => $"<td>{Say(p.Key, p.Value)}</td>")).Append("</tr>");
        }

        page.Append("</tbody></table>");
    }

    private string Label(string name) => Html.Encode(texts[$"Data.{name}"]);

    private string Say(string name, JsonNode? value) => Html.Encode(value?.GetValueKind() switch
    {
        null => texts["Unsaid"],
        JsonValueKind.True => texts["Yes"],
        JsonValueKind.False => texts["No"],
        JsonValueKind.String when name is "state" or "sector" or "consent" or "source" => texts[$"Value.{value}"],
        JsonValueKind.String when Instant(value.ToString()) is { } wall => Spoken.DateAndHour(wall),
        _ => value.ToString(),
    });

    /// <summary>Instants end in Z; wall times do not, and are shown as they are.</summary>
    private static DateTime? Instant(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? time.Kind is DateTimeKind.Utc ? Spoken.WallTime(time, Zone) : time
            : null;
}
