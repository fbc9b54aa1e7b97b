using Hub.Core.Data;
using Hub.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Programmes;

/// <summary>What organisers should look at before their draft becomes the programme.</summary>
/// <param name="Invitations">Of the day, whatever became of them.</param>
public sealed record DraftReview(IReadOnlyList<ProgrammeDoubt> Doubts, IReadOnlyList<SpeakerInvitation> Invitations, IReadOnlyList<StillNamed> StillNamed)
{
    public static async Task<DraftReview> ReadAsync(HubDbContext db, Edition edition, ProgrammePlan draft, CancellationToken ct)
    {
        var orders = await db.RunningOrders.AsNoTracking().Where(o => o.EditionId == edition.Id).ToListAsync(ct);
        var invitations = await db.SpeakerInvitations.AsNoTracking().Where(i => i.EditionId == edition.Id).OrderBy(i => i.Id).ToListAsync(ct);
        var sessions = draft.SessionsOf(edition);
        var people = draft.With(orders);
        return new(
            [.. ProgrammeDoubt.In(edition, draft.RoomsOf(edition), sessions), .. TooLong(orders, sessions), .. OfSpeakers(invitations, people, sessions)],
            invitations,
            await StillNamedAsync(db, edition, [.. invitations.Where(i => i.HasLeft)], people, ct));
    }

    private static IEnumerable<ProgrammeDoubt> TooLong(IEnumerable<RunningOrder> orders, IReadOnlyList<Session> sessions) =>
        from session in sessions
        join order in orders on session.Id equals order.SessionId
        where order.Minutes > session.Minutes
        orderby session.StartsAt
        select new ProgrammeDoubt(ProgrammeDoubtKind.OrderTooLong, session);

    private static IEnumerable<ProgrammeDoubt> OfSpeakers(IReadOnlyList<SpeakerInvitation> invitations, ProgrammePlan people, IReadOnlyList<Session> sessions)
    {
        var placed = sessions.ToDictionary(s => s.Id);
        return (from invitation in invitations
                from planned in people.SessionsWith(invitation.Name)
                let session = placed.GetValueOrDefault(planned.Id)
                where session is not null
                let kind = KindOf(invitation, session)
                where kind is not null
                orderby kind, session.StartsAt
                select new ProgrammeDoubt(kind.Value, session, Person: invitation.Name))
            .DistinctBy(d => (d.Kind, d.Person, d.Kind is ProgrammeDoubtKind.SpeakerOtherTime ? default : d.Session.Id));
    }

    private static ProgrammeDoubtKind? KindOf(SpeakerInvitation invitation, Session session) => invitation switch
    {
        { HasLeft: true } => ProgrammeDoubtKind.SpeakerGone,
        _ when !invitation.CanBeThere(session.LocalStart, session.Minutes) => ProgrammeDoubtKind.SpeakerAway,
        { HasOpenProposal: true } => ProgrammeDoubtKind.SpeakerOtherTime,
        _ => null,
    };

    private static async Task<IReadOnlyList<StillNamed>> StillNamedAsync(HubDbContext db, Edition edition, List<SpeakerInvitation> gone, ProgrammePlan draft, CancellationToken ct)
    {
        if (gone.Count == 0 || !edition.IsPublic)
        {
            return [];
        }

        var published = await db.PublishedPlanAsync(edition.Id, ct);
        return [.. gone.Where(i => published.SessionsWith(i.Name).Any()).Select(i => new StillNamed(i.Name, draft.SessionsWith(i.Name).Any()))];
    }
}

/// <summary>Somebody who does not come, and whom the public still reads among those who do.</summary>
/// <param name="InDraft">The next version would go on naming them.</param>
public sealed record StillNamed(string Name, bool InDraft);
