using Hub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Evaluations;

/// <summary>What authors do. Where the caller has something to add to it, a mail say, it runs inside the caller's operation.</summary>
public sealed class ApplicationDesk(HubDbContext db, TimeProvider clock)
{
    /// <summary>Inside the caller's operation.</summary>
    /// <param name="email">One that <see cref="Notifications.MailAddresses"/> accepts.</param>
    /// <returns>Null while the contest is not open, or when it is full.</returns>
    public async Task<Author?> BeginAsync(Guid contestId, string organisation, string name, string email, string language, PersonalLink link, CancellationToken ct)
    {
        var now = Now;
        var contest = db.Contests.AsNoTracking().Where(c => c.Id == contestId);
        if (!(await contest.SingleAsync(ct)).IsOpen(now)
            || await contest.Where(c => c.LastNumber < Contest.MostApplications).ExecuteUpdateAsync(s => s.SetProperty(c => c.LastNumber, c => c.LastNumber + 1), ct) == 0)
        {
            return null;
        }

        var number = await contest.Select(c => c.LastNumber).SingleAsync(ct);
        var application = db.Add(new Application(contestId, number, organisation, now)).Entity;
        return db.Add(new Author(application.Id, name, email, language, link, now)).Entity;
    }

    /// <summary>A colleague may write too. Inside the caller's operation.</summary>
    /// <returns>Null for who writes it already, or when there are enough.</returns>
    public async Task<Author?> InviteAsync(Guid applicationId, string name, string email, string language, PersonalLink link, CancellationToken ct)
    {
        // Whoever invites at the same moment waits here.
        var application = await db.Applications.SingleAsync(a => a.Id == applicationId, ct);
        var authors = await db.Authors.Where(a => a.ApplicationId == applicationId).ToListAsync(ct);
        Author author = new(applicationId, name, email, language, link, Now);
        if (application.State is ApplicationState.Withdrawn || authors.Count >= Author.Most || authors.Exists(a => a.NormalizedEmail == author.NormalizedEmail))
        {
            return null;
        }

        application.Touch();
        return db.Add(author).Entity;
    }

    /// <summary>Keeps one answer as it is being written.</summary>
    /// <inheritdoc cref="Application.Save"/>
    public Task<SaveOutcome> SaveAsync(Guid applicationId, string key, string text, int seen, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var application = await db.Applications.SingleAsync(a => a.Id == applicationId, ct);
                var form = await db.Contests.Where(c => c.Id == application.ContestId).Select(c => c.Form).SingleAsync(ct);
                return form.Find(key) is null or { Kind: FieldKind.Files } ? SaveOutcome.Refused : application.Save(key, text, seen);
            },
            ct);

    /// <summary>Inside the caller's operation.</summary>
    /// <param name="arrivedAt">When the request did, UTC: to wait for others makes nobody late.</param>
    public async Task<Submitted> SubmitAsync(Author author, DateTime arrivedAt, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == author.ApplicationId, ct);

        // Two who send the last application of one organisation at once stand in line here.
        await db.Contests.Where(c => c.Id == application.ContestId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Submissions, c => c.Submissions + 1), ct);
        var contest = await db.Contests.AsNoTracking().SingleAsync(c => c.Id == application.ContestId, ct);
        if (!application.IsOpen(contest, arrivedAt))
        {
            return new(SubmitOutcome.Late);
        }

        var others = application.State is ApplicationState.Draft && contest.MostPerOrganisation is not null
            ? await db.Applications.CountAsync(a => a.ContestId == contest.Id && a.OrganisationKey == application.OrganisationKey && a.State == ApplicationState.Submitted, ct)
            : 0;
        if (others >= (contest.MostPerOrganisation ?? int.MaxValue))
        {
            return new(SubmitOutcome.TooMany);
        }

        if (application.Submit(contest, author.Id, arrivedAt) is not { } version)
        {
            return new(SubmitOutcome.Incomplete);
        }

        var named = version.FilesBy(contest.Form);
        await db.Attachments.Where(a => a.ApplicationId == application.Id && !named.Contains(a.Hash)).ExecuteDeleteAsync(ct);
        return new(SubmitOutcome.Done, db.Add(version).Entity);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

public enum SubmitOutcome { Done, Late, Incomplete, TooMany }

/// <param name="Version">When it was done.</param>
public sealed record Submitted(SubmitOutcome Outcome, ApplicationVersion? Version = null);
