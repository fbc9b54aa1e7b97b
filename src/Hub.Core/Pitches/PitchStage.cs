using Hub.Core.Audit;
using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hub.Core.Pitches;

/// <summary>From accepted to the stage: places are confirmed, given up or lost, the reserve moves up, and whoever confirms has a turn.</summary>
public sealed class PitchStage(HubDbContext db, SpeakerLinks links, TimeProvider clock)
{
    /// <param name="arrivedAt">When the request did, UTC: to wait for others makes nobody late.</param>
    /// <returns>False when the place is gone.</returns>
    public Task<bool> ConfirmAsync(Author author, StageFacts facts, DateTime arrivedAt, CancellationToken ct = default)
    {
        var link = links.New();
        return db.WriteAsync(
            async ct =>
            {
                var call = await HoldAsync(author.ApplicationId, ct);
                if (await db.StageOffers.SingleOrDefaultAsync(o => o.ApplicationId == author.ApplicationId, ct) is not { } offer)
                {
                    return false;
                }

                var isFirst = offer.ConfirmedAt is null;
                if (!offer.Confirm(facts, arrivedAt))
                {
                    return false;
                }

                await PlayAsync(call, offer, ct);
                await WelcomeAsync(call, author, facts, link, ct);
                if (isFirst)
                {
                    await db.TellAuthorsAsync(PitchMailKinds.Confirmed, offer.ApplicationId, 1, Now, ct);
                }

                await NoteAsync("ConfirmPlace", call, offer.ApplicationId, ct);
                return true;
            },
            ct);
    }

    /// <summary>Those who confirm have their turn in this session; those who have confirmed move there.</summary>
    /// <param name="sessionId">Of the draft; null: nowhere yet.</param>
    /// <returns>False when there is no such session.</returns>
    public Task<bool> PlayInAsync(Guid callId, Guid? sessionId, Guid? by, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                await db.HoldContestAsync(callId, ct);
                var call = await db.CallsForPitches.SingleAsync(c => c.Id == callId, ct);
                if (sessionId is { } id && (await db.DraftOfAsync(call.EditionId, ct)).Plan.Find(id) is null)
                {
                    return false;
                }

                var offers = await db.StageOffers.Where(o => o.CallId == callId && o.State == StageOfferState.Confirmed).OrderBy(o => o.ConfirmedAt).ThenBy(o => o.ApplicationId).ToListAsync(ct);
                if (call.SessionId != sessionId)
                {
                    foreach (var offer in offers)
                    {
                        await LeaveAsync(call, offer, ct);
                    }

                    call.PlayIn(sessionId);
                    var turns = offers.Select(o => o.ApplicationId).ToList();
                    await db.SessionFiles.Where(f => f.EditionId == call.EditionId && turns.Contains(f.SlotId!.Value)).ExecuteUpdateAsync(s => s.SetProperty(f => f.SessionId, f => sessionId ?? f.SessionId), ct);
                }

                foreach (var offer in offers)
                {
                    await PlayAsync(call, offer, ct);
                }

                db.Log("ChooseStage", call.EditionId, by, Now, call.Title);
                return true;
            },
            ct);

    /// <summary>Ends an offer whose time went by; the next of the reserve has the place.</summary>
    public Task LapseAsync(Guid applicationId, CancellationToken ct = default) =>
        db.WriteAsync(
            async ct =>
            {
                var call = await HoldAsync(applicationId, ct);
                if (await db.StageOffers.SingleAsync(o => o.ApplicationId == applicationId, ct) is var offer && offer.Lapse(Now))
                {
                    await db.TellAuthorsAsync(PitchMailKinds.Lapsed, applicationId, 1, Now, ct);
                    await NoteAsync("LapsePlace", call, applicationId, ct);
                    await FreeAsync(call, applicationId, ct);
                }
            },
            ct);

    /// <summary>Inside the caller's operation: the proposal comes no more, and if it had a place the next of the reserve has it.</summary>
    public async Task GiveUpAsync(Guid applicationId, CancellationToken ct)
    {
        var call = await HoldAsync(applicationId, ct);
        if (await db.StageOffers.SingleOrDefaultAsync(o => o.ApplicationId == applicationId, ct) is { } offer && offer.GiveUp())
        {
            await LeaveAsync(call, offer, ct);
            await db.SessionFiles.Where(f => f.EditionId == call.EditionId && f.SlotId == applicationId).ExecuteDeleteAsync(ct);
            await NoteAsync("GiveUpPlace", call, applicationId, ct);
            await FreeAsync(call, applicationId, ct);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>For the organisers, with the number of the proposal, and for its authors.</summary>
    private async Task NoteAsync(string command, CallForPitches call, Guid applicationId, CancellationToken ct)
    {
        db.Log(command, applicationId, null, Now);
        db.Log(command, call.EditionId, null, Now, $"{await db.Applications.Where(a => a.Id == applicationId).Select(a => a.Number).SingleAsync(ct)}");
    }

    private async Task<CallForPitches> HoldAsync(Guid applicationId, CancellationToken ct)
    {
        var callId = await db.Applications.Where(a => a.Id == applicationId).Select(a => a.ContestId).SingleAsync(ct);
        await db.HoldContestAsync(callId, ct);
        return await db.CallsForPitches.SingleAsync(c => c.Id == callId, ct);
    }

    /// <summary>Whoever organises the day learns that a place came free, and who was offered it.</summary>
    private async Task FreeAsync(CallForPitches call, Guid applicationId, CancellationToken ct)
    {
        var number = await db.Applications.Where(a => a.Id == applicationId).Select(a => a.Number).SingleAsync(ct);
        await db.PromiseOnceAsync(PitchMailKinds.Freed, call.Id, number, Now, ct);
        await PromoteAsync(call, ct);
    }

    private async Task PromoteAsync(CallForPitches call, CancellationToken ct)
    {
        var edition = await db.Editions.AsNoTracking().SingleAsync(e => e.Id == call.EditionId, ct);
        var waiting = db.Applications.Where(a => a.ContestId == call.Id && a.State == ApplicationState.Submitted).Select(a => a.Id);
        var next = await db.Decisions.Where(d => d.ContestId == call.Id && d.ReleasedAt != null && d.Verdict == Verdict.Reserve && waiting.Contains(d.ApplicationId))
            .OrderBy(d => d.Position).FirstOrDefaultAsync(ct);
        if (next is null || edition.StartsAt <= Now || edition.State is not EditionState.Announced || !next.Promote(Now))
        {
            return;
        }

        db.Add(new StageOffer(next.ApplicationId, call.Id, call.ConfirmBy(edition, Now), Now));
        await db.TellAuthorsAsync(PitchMailKinds.Promoted, next.ApplicationId, 1, Now, ct);
        await NoteAsync("PromoteApplication", call, next.ApplicationId, ct);
    }

    /// <summary>Gives it a turn, the last one, or says anew who comes.</summary>
    private async Task PlayAsync(CallForPitches call, StageOffer offer, CancellationToken ct)
    {
        if (call.SessionId is not { } sessionId || await OrderAsync(call, sessionId, ct) is not { } order)
        {
            return;
        }

        var version = await db.ApplicationVersions.AsNoTracking().Where(v => v.ApplicationId == offer.ApplicationId).OrderByDescending(v => v.Number).FirstAsync(ct);
        var form = await db.Contests.Where(c => c.Id == call.Id).Select(c => c.Form).SingleAsync(ct);
        var title = version.HeadingBy(form) is { Length: <= EditionFacts.LineLength } heading ? heading : version.Organisation;
        if (order.Find(offer.ApplicationId) is null ? order.Add(new Slot(offer.ApplicationId, title, offer.Presenters)) : order.Revise(offer.ApplicationId, title, offer.Presenters))
        {
            order.Touch(Now);
        }
    }

    private async Task LeaveAsync(CallForPitches call, StageOffer offer, CancellationToken ct)
    {
        if (await db.RunningOrders.SingleOrDefaultAsync(o => o.SessionId == call.SessionId, ct) is { } order && order.Remove(offer.ApplicationId))
        {
            order.Touch(Now);
        }
    }

    private async Task<RunningOrder?> OrderAsync(CallForPitches call, Guid sessionId, CancellationToken ct) =>
        db.RunningOrders.Local.FirstOrDefault(o => o.SessionId == sessionId)
        ?? await db.RunningOrders.SingleOrDefaultAsync(o => o.SessionId == sessionId, ct)
        ?? ((await db.DraftOfAsync(call.EditionId, ct)).Plan.Find(sessionId) is null ? null : db.Add(new RunningOrder(call.EditionId, sessionId)).Entity);

    /// <summary>Who confirms and comes on stage is a speaker like the others, who has accepted.</summary>
    private async Task WelcomeAsync(CallForPitches call, Author author, StageFacts facts, SpeakerLink link, CancellationToken ct)
    {
        if (!new Slot(author.ApplicationId, "", facts.Presenters).PresenterNames.Any(p => p.Name == author.Name)
            || await db.SpeakerInvitations.AnyAsync(i => i.EditionId == call.EditionId && i.Name == author.Name, ct)
            || (await db.DraftOfAsync(call.EditionId, ct)).Plan.SessionsWith(author.Name).Any())
        {
            // Nobody speaks for somebody of the same name whom the organisers put in the programme.
            return;
        }

        SpeakerInvitation invitation = new(call.EditionId, author.Name);
        invitation.Invite(author.Email, link, Now);
        invitation.Accept(Now);
        db.Add(invitation);
    }
}
