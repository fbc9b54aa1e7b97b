using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

/// <summary>
/// Delivers into files, one per mail, named after it: whatever crashes, a mail is there once. Made for development
/// and for relays that read a folder.
/// </summary>
public sealed class MailFolder(string path, IOptions<MailOptions> options, TimeProvider clock)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Path => path;

    /// <summary>Writes aside and moves into place, so that nobody ever reads half a mail.</summary>
    public async Task DeliverAsync(OutboxMessage message, MailDraft draft, MailText text, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly); // mails carry personal links
        }

        var file = System.IO.Path.Combine(path, $"{message.Id:N}.eml");
        var aside = $"{file}.{Guid.NewGuid():N}.tmp";
        await File.WriteAllBytesAsync(aside, MimeWriter.Write(message, draft, text, options.Value, clock.GetUtcNow().UtcDateTime), ct);
        File.Move(aside, file, overwrite: true);
    }
}
