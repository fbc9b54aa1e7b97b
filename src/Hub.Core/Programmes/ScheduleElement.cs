using System.Text.Json;

namespace Hub.Core.Programmes;

/// <summary>Asks a JSON value that may be anything.</summary>
internal static class ScheduleElement
{
    private static readonly string[] Languages = ["fr", "en"];

    extension(JsonElement element)
    {
        /// <returns>Null when it is not there, or null itself.</returns>
        public JsonElement? Member(string name) =>
            element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind is not JsonValueKind.Null ? member : null;

        public IEnumerable<JsonElement> Items(string name) => element.Member(name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];

        /// <returns>Empty when it is not there.</returns>
        public string Text(string name) => element.Member(name)?.AsText() ?? "";

        /// <summary>Words in several languages are an object with one member for each.</summary>
        public string AsText() => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!.Trim(),
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.Object => Languages.Select(l => element.Member(l)).Concat(element.EnumerateObject().Select(p => (JsonElement?)p.Value))
                .FirstOrDefault(w => w?.ValueKind is JsonValueKind.String)?.GetString()?.Trim() ?? "",
            _ => "",
        };
    }
}
