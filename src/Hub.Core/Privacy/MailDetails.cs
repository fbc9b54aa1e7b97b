using System.Text.Json.Nodes;
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

    public void Clean(OutboxMessage message)
    {
        if (message.LastError?.Contains(address, StringComparison.OrdinalIgnoreCase) is true)
        {
            message.ForgetError();
        }

        if (message.Details is null || JsonNode.Parse(message.Details) is not JsonObject details)
        {
            return;
        }

        var said = details.Where(d => d.Value is JsonValue value && value.TryGetValue<string>(out _)).Select(d => (d.Key, Text: d.Value!.GetValue<string>())).ToList();
        if (said.Exists(s => Registration.Normalize(s.Text) == address))
        {
            message.MarkDropped(); // theirs: what they wrote, or a mail to them
            return;
        }

        foreach (var (key, text) in said)
        {
            if (Cleaned(text) is var cleaned && cleaned != text)
            {
                details[key] = cleaned;
                message.Details = details.ToJsonString();
            }
        }
    }

    private string Cleaned(string text) =>
        names.Contains(Registration.Fold(text)) ? Nobody : text.Replace(address, Nobody, StringComparison.OrdinalIgnoreCase);
}
