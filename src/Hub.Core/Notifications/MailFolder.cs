namespace Hub.Core.Notifications;

/// <summary>
/// Delivers into files, one per mail, named after it: whatever crashes, a mail is there once. Made for development
/// and for relays that read a folder.
/// </summary>
public sealed class MailFolder(string path) : IMailTransport
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Path => path;

    public TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Writes aside and moves into place, so that nobody ever reads half a mail.</summary>
    public async Task DeliverAsync(Envelope envelope, CancellationToken ct)
    {
        var file = System.IO.Path.Combine(path, $"{envelope.Id:N}.eml");
        File.Move(await WriteAsideAsync(file, envelope.Content, ct), file, overwrite: true);
    }

    public async Task<string> ProbeAsync(CancellationToken ct)
    {
        File.Delete(await WriteAsideAsync(System.IO.Path.Combine(path, "probe"), [], ct));
        return $"mails are written into {path}";
    }

    public Task RestAsync() => Task.CompletedTask;

    private async Task<string> WriteAsideAsync(string file, byte[] content, CancellationToken ct)
    {
        var aside = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            Create();
            await File.WriteAllBytesAsync(aside, content, ct);
            return aside;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TransportDownException($"The mail folder cannot be written: {exception.Message}", needsOperator: true, exception);
        }
    }

    private void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly); // mails carry personal links
        }
    }
}
