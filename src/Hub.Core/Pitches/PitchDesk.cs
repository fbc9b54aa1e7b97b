using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>What people who propose something do, by their link.</summary>
public sealed class PitchDesk(HubDbContext db, ApplicationDesk desk, PitchStage stage, PersonalLinks links, TimeProvider clock)
{
    /// <summary>Of one address in one call, not sent.</summary>
    public const int MostDrafts = 3;

    /// <summary>Sends a link to write by; to who has several drafts already, the links of those.</summary>
    /// <param name="email">One that <see cref="MailAddresses"/> accepts.</param>
    /// <param name="language">Of the page they came from: fr or en.</param>
    /// <returns>False while the call is not open.</returns>
    public Task<bool> BeginAsync(Guid callId, string organisation, string name, string email, string language, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                if (await IsBusyAsync(callId, email, ct))
                {
                    await RemindAsync(callId, email, ct);
                    return true;
                }

                if (!await db.CallsForPitches.AnyAsync(c => c.Id == callId && c.State == CallState.Published, ct)
                    || await desk.BeginAsync(callId, organisation, name, email, language, link, ct) is not { } author)
                {
                    return false;
                }

                Welcome(author);
                return true;
            },
            ct);
    }

    /// <summary>A colleague writes too, by a link of their own.</summary>
    /// <returns>False for who writes already, or when there are enough.</returns>
    public Task<bool> InviteAsync(Author by, string name, string email, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                if (await desk.InviteAsync(by.ApplicationId, name, email, by.Language, link, ct) is not { } author)
                {
                    return false;
                }

                Welcome(author);
                return true;
            },
            ct);
    }

    /// <summary>Sends what is written; everybody who writes it gets the receipt.</summary>
    /// <inheritdoc cref="ApplicationDesk.SubmitAsync"/>
    public Task<Submitted> SubmitAsync(Author author, DateTime arrivedAt, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                // Whoever cancels the call at the same moment is before or after, never between.
                var contestId = await db.Applications.Where(a => a.Id == author.ApplicationId).Select(a => a.ContestId).SingleAsync(ct);
                await db.HoldContestAsync(contestId, ct);
                if (!await db.CallsForPitches.AnyAsync(c => c.Id == contestId && c.State == CallState.Published, ct))
                {
                    return new(SubmitOutcome.Late);
                }

                var sent = await desk.SubmitAsync(author, arrivedAt, ct);
                if (sent.Version is { } version)
                {
                    await db.TellAuthorsAsync(PitchMailKinds.Received, author.ApplicationId, version.Number, Now, ct);
                    db.Log("SubmitApplication", author.ApplicationId, null, Now, version.Hash);
                }

                return sent;
            },
            ct);

    /// <returns>False when it was withdrawn before.</returns>
    public Task<bool> WithdrawAsync(Author author, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var application = await db.Applications.SingleAsync(a => a.Id == author.ApplicationId, ct);
                var isDone = application.Withdraw();
                if (isDone)
                {
                    await stage.GiveUpAsync(application.Id, ct);
                    await db.TellAuthorsAsync(PitchMailKinds.Withdrawn, application.Id, 1, Now, ct);
                    db.Log("WithdrawApplication", application.Id, null, Now);
                }

                return isDone;
            },
            ct);

    /// <summary>Sends their links anew to somebody who lost them; who writes nothing gets nothing.</summary>
    public Task RecoverAsync(Guid callId, string email, CancellationToken ct = default) => db.WriteAsync(ct => RemindAsync(callId, email, ct), ct);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Somebody types the address of another again and again, or has more in hand than they will send.</summary>
    private async Task<bool> IsBusyAsync(Guid callId, string email, CancellationToken ct)
    {
        var normalized = MailAddresses.Normalize(email);
        var drafts = db.Applications.Where(a => a.ContestId == callId && a.State == ApplicationState.Draft).Select(a => a.Id);
        return await db.Authors.CountAsync(a => a.NormalizedEmail == normalized && drafts.Contains(a.ApplicationId), ct) >= MostDrafts;
    }

    /// <summary>Once an hour at the most.</summary>
    private async Task RemindAsync(Guid callId, string email, CancellationToken ct)
    {
        var normalized = MailAddresses.Normalize(email);
        var written = db.Applications.Where(a => a.ContestId == callId && a.State != ApplicationState.Withdrawn).Select(a => a.Id);
        var authors = await db.Authors.Where(a => a.NormalizedEmail == normalized && written.Contains(a.ApplicationId)).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        await db.PromiseOnceAsync(PitchMailKinds.Begun, authors, Now.Ticks / TimeSpan.TicksPerHour, Now, ct);
    }

    private void Welcome(Author author)
    {
        db.Promise(PitchMailKinds.Begun, author.Id, 0, Now);
        db.Log("BeginApplication", author.ApplicationId, null, Now);
    }
}
