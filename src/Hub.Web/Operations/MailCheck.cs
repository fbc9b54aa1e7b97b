using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Operations;

/// <summary>Whether mails can leave, and whether they do.</summary>
public sealed class MailCheck(HubDbContext db, IMailTransport transport, IOptions<MailOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    public async Task<Finding> ExamineDeliveryAsync(CancellationToken ct)
    {
        if (!options.Value.Send)
        {
            return new(Severity.Ok, "delivery", "Mail:Send is false: this process sends nothing");
        }

        try
        {
            return new(Severity.Ok, "delivery", await transport.ProbeAsync(ct));
        }
        catch (TransportDownException down)
        {
            return new(Severity.Error, "delivery", down.Message, "put the settings Mail:*, the folder or the mail server right; no mail is lost meanwhile");
        }
    }

    public async Task<Finding> ExamineWaitingAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().UtcDateTime - Late;
        var late = await db.Outbox.CountAsync(m => m.State == OutboxState.Pending && m.DueAt < before, ct);
        var dead = await db.Outbox.DeadLetters.CountAsync(ct);
        return (late, dead) switch
        {
            (0, 0) => new(Severity.Ok, "mails", "none is late, none was given up"),
            (0, _) => new(Severity.Warning, "mails", $"{dead} were given up after their last attempt", "see /administration/courriels"),
            _ => new(Severity.Warning, "mails", $"{late} have been due for more than {Late.TotalMinutes:0} minutes, {dead} were given up", "check that a hub with Mail:Send=true runs, then /administration/courriels"),
        };
    }
}
