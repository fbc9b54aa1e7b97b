using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Operations;

/// <summary>Whether mails can leave, and whether they do.</summary>
public sealed class MailCheck(HubDbContext db, MailFolder folder, IOptions<MailOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>Goes as far as it can without sending a mail: here a file is written and taken away, with a server it is connecting, signing in and leaving.</summary>
    public async Task<Finding> ExamineDeliveryAsync(CancellationToken ct)
    {
        if (!options.Value.Send)
        {
            return new(Severity.Ok, "delivery", "Mail:Send is false: this process sends nothing");
        }

        var probe = Path.Combine(Directory.Exists(folder.Path) ? folder.Path : Path.GetDirectoryName(folder.Path)!, $"doctor-{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllTextAsync(probe, "", ct);
            File.Delete(probe);
            return new(Severity.Ok, "delivery", $"mails can be written into {folder.Path}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(Severity.Error, "delivery", exception.Message, $"give the hub's user {folder.Path}");
        }
    }

    public async Task<Finding> ExamineWaitingAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().UtcDateTime - Late;
        var late = await db.Outbox.CountAsync(m => m.State == OutboxState.Pending && m.DueAt < before, ct);
        var dead = await db.Outbox.CountAsync(m => m.State == OutboxState.Dead, ct);
        return (late, dead) switch
        {
            (0, 0) => new(Severity.Ok, "mails", "none is late, none was given up"),
            (0, _) => new(Severity.Warning, "mails", $"{dead} were given up after their last attempt", "read LastError in the table Outbox"),
            _ => new(Severity.Warning, "mails", $"{late} have been due for more than {Late.TotalMinutes:0} minutes, {dead} were given up", "check that a hub with Mail:Send=true runs, then LastError in the table Outbox"),
        };
    }
}
