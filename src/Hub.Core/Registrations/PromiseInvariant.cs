using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Registrations;

/// <summary>A promised mail is about a registration, about somebody asked to speak, about who proposes something, about a call for pitches, or about an account of somebody who works here.</summary>
public sealed class PromiseInvariant(HubDbContext db) : IInvariant
{
    public string Name => "promises";

    public string Promise => "every mail promised is about somebody who is there";

    public async Task<IReadOnlyList<string>> FindBreachesAsync(int most, CancellationToken ct)
    {
        var (people, speakers, authors, reviewers, contests, accounts) = (db.Registrations, db.SpeakerInvitations, db.Authors, db.Reviewers, db.Contests, db.Users);
        var orphans = await db.Outbox
            .Where(m => !people.Any(r => r.Id == m.SubjectId) && !speakers.Any(i => i.Id == m.SubjectId) && !authors.Any(a => a.Id == m.SubjectId)
                && !reviewers.Any(r => r.Id == m.SubjectId) && !contests.Any(c => c.Id == m.SubjectId) && !accounts.Any(u => u.Id == m.SubjectId))
            .OrderBy(m => m.Id).Select(m => m.Key).Take(most).ToListAsync(ct);
        return [.. orphans.Select(key => $"{key} is about nobody")];
    }
}
