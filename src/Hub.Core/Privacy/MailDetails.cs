using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Core.Notifications;
using Hub.Core.Registrations;

namespace Hub.Core.Privacy;

/// <summary>Finds a person in what a promise says beside its subject.</summary>
/// <param name="names">All they gave, folded.</param>
/// <param name="address">Normalised.</param>
internal sealed class MailDetails(IReadOnlySet<string> names, string address)
{
    /// <summary>Stands for somebody who is not named.</summary>
    private const string Nobody = "…";

    /// <summary>Where promises keep people's names. Elsewhere the same words mean a room, or a town.</summary>
    private static readonly string[] NameKeys = ["Colleague", "GivenBy", "GivenTo", "Name"];

    /// <summary>The address itself, and none that it is a part of.</summary>
    private readonly Regex whole = new($@"(?<![\w.+-]){Regex.Escape(address)}(?![\w-]|\.\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public void Clean(OutboxMessage message)
    {
        if (message.LastError is { } error && whole.IsMatch(error))
        {
            message.ForgetError();
        }

        if (message.Details is null || JsonNode.Parse(message.Details) is not JsonObject details)
        {
            return;
        }

        var said = details.Where(d => d.Value is JsonValue value && value.TryGetValue<string>(out _)).Select(d => (d.Key, Text: d.Value!.GetValue<string>())).ToList();
        if (said.Exists(s => MailAddresses.Normalize(s.Text) == address))
        {
            message.MarkDropped(); // theirs: what they wrote, or a mail to them
            return;
        }

        foreach (var (key, text) in said)
        {
            if (Cleaned(key, text) is var cleaned && cleaned != text)
            {
                details[key] = cleaned;
                message.Details = details.ToJsonString();
            }
        }
    }

    private string Cleaned(string key, string text) =>
        NameKeys.Contains(key, StringComparer.Ordinal) && names.Contains(Registration.Fold(text)) ? Nobody : whole.Replace(text, Nobody);
}
