using Hub.Core.Events;
using Hub.Core.Programmes;
using Hub.Tests.Support;

namespace Hub.Tests.Programmes;

/// <summary>What organisers do to a draft, and take back.</summary>
public sealed class ProgrammeDraftTests
{
    private const string Zone = "Europe/Paris";

    private static readonly DateTime Nine = new(2027, 3, 18, 9, 0, 0);

    private readonly PlannedRoom here = new(Guid.NewGuid(), "Ici", 40);
    private readonly PlannedRoom there = new(Guid.NewGuid(), "Là", null);

    [Fact]
    public void A_session_takes_its_room_for_its_time_and_is_named_to_whoever_wants_it()
    {
        var (opening, talk) = (Session("Ouverture", here, Nine), Session("Témoignage", null, null));
        var draft = Draft(opening, talk);

        var refused = draft.Move(talk.Id, 0, new(here.Id, Nine.AddMinutes(44), 30), Zone);

        Assert.Equal(new(ProgrammeOutcome.RoomTaken, opening), refused);
        Assert.Equal((0, null), (draft.Revision, draft.ToUndo));
        Assert.Equal(ProgrammeOutcome.Done, draft.Move(talk.Id, 0, new(here.Id, Nine.AddMinutes(45), 30), Zone).Outcome);
        Assert.Equal(ProgrammeOutcome.Done, draft.Move(talk.Id, 1, new(there.Id, Nine, 30), Zone).Outcome);
        Assert.Equal(ProgrammeOutcome.RoomTaken, draft.Move(talk.Id, 2, new(null, Nine, 30), Zone).Outcome);
    }

    [Fact]
    public void Another_programme_in_its_place_leaves_no_move_to_take_back()
    {
        var talk = Session("Témoignage", here, Nine);
        var draft = Draft(talk);
        draft.Move(talk.Id, 0, new(there.Id, Nine, 30), Zone);

        draft.Replace(ProgrammePlan.Empty);

        Assert.Equal((null, null, 2), (draft.ToUndo, draft.ToRedo, draft.Revision));
    }

    [Fact]
    public void Whoever_has_not_seen_the_last_move_of_a_card_is_told_where_it_is()
    {
        var (one, other) = (Session("Une", here, Nine), Session("Autre", there, Nine));
        var draft = Draft(one, other);
        draft.Move(one.Id, 0, new(here.Id, Nine.AddHours(1), 45), Zone);

        var stale = draft.Move(one.Id, 0, new(there.Id, Nine.AddHours(2), 45), Zone);

        Assert.Equal((ProgrammeOutcome.Stale, Nine.AddHours(1), 1), (stale.Outcome, stale.Session!.Facts.LocalStart, stale.Session.Revision));
        Assert.Equal(ProgrammeOutcome.Done, draft.Move(other.Id, 0, new(there.Id, Nine.AddHours(2), 45), Zone).Outcome);
    }

    [Fact]
    public void Fifty_moves_can_be_taken_back_and_made_again()
    {
        var session = Session("Une", here, Nine);
        var draft = Draft(session);
        foreach (var n in Enumerable.Range(1, 60))
        {
            draft.Move(session.Id, null, new(here.Id, Nine.AddMinutes(5 * n), 45), Zone);
        }

        var undone = Enumerable.Range(0, 60).TakeWhile(_ => draft.Undo(Zone).Outcome is ProgrammeOutcome.Done).Count();
        Assert.Equal((50, Nine.AddMinutes(50)), (undone, draft.Plan.Sessions[0].Facts.LocalStart));

        var redone = Enumerable.Range(0, 60).TakeWhile(_ => draft.Redo(Zone).Outcome is ProgrammeOutcome.Done).Count();
        Assert.Equal((50, Nine.AddMinutes(300)), (redone, draft.Plan.Sessions[0].Facts.LocalStart));
    }

    [Fact]
    public void A_new_move_forgets_those_taken_back()
    {
        var session = Session("Une", here, Nine);
        var draft = Draft(session);
        draft.Move(session.Id, null, new(here.Id, Nine.AddHours(1), 45), Zone);
        draft.Undo(Zone);

        draft.Move(session.Id, null, new(there.Id, Nine, 45), Zone);

        Assert.Null(draft.ToRedo);
        Assert.Equal(here.Id, draft.ToUndo!.From.RoomId);
    }

    [Fact]
    public void What_changed_since_is_not_undone_but_forgotten()
    {
        var (one, other) = (Session("Une", here, Nine), Session("Autre", there, Nine));
        var draft = Draft(one, other);
        draft.Move(other.Id, null, new(there.Id, Nine.AddHours(3), 45), Zone);
        draft.Move(one.Id, null, new(here.Id, Nine.AddHours(1), 45), Zone);
        draft.Write(draft.Plan.Find(one.Id)! with { Facts = one.Facts with { Minutes = 10 } });

        Assert.Equal(ProgrammeOutcome.Stale, draft.Undo(Zone).Outcome);
        Assert.Equal("Autre", draft.ToUndo!.Title);
        Assert.Equal(ProgrammeOutcome.Done, draft.Undo(Zone).Outcome);
        Assert.Equal(ProgrammeOutcome.Missing, draft.Undo(Zone).Outcome);
    }

    [Fact]
    public void In_the_night_that_is_an_hour_longer_times_are_compared_as_they_pass()
    {
        var night = new DateTime(2027, 10, 31, 1, 30, 0);
        var (watch, next) = (Session("Veille", here, night), Session("Relève", null, null));
        var draft = Draft(watch, next);
        draft.Move(watch.Id, null, new(here.Id, night, 90), Zone);

        Assert.Equal(ProgrammeOutcome.RoomTaken, draft.Move(next.Id, null, new(here.Id, night.AddMinutes(60), 30), Zone).Outcome);
        Assert.Equal(ProgrammeOutcome.Done, draft.Move(next.Id, null, new(here.Id, night.AddMinutes(90), 30), Zone).Outcome);
    }

    [Fact]
    public void A_plan_written_and_read_again_is_the_same()
    {
        var session = Session("Une « séance »", here, Nine) with { Revision = 4 };
        ProgrammePlan plan = new([here, there], [session with
        {
            Facts = session.Facts with { Language = "br", Level = SessionLevel.Advanced, ThemeCode = Theme.Data, Places = 12, IsRecorded = true, Needs = "Micro", Materials = "Le support https://exemple.example/a.pdf", Attendance = EditionFormat.Remote },
        }]);

        var again = ProgrammePlan.FromJson(plan.ToJson());

        Assert.Equal(plan.Rooms, again.Rooms);
        Assert.Equal(plan.Sessions, again.Sessions);
    }

    private ProgrammeDraft Draft(params PlannedSession[] sessions) => new(Guid.NewGuid(), new([here, there], sessions));

    private static PlannedSession Session(string title, PlannedRoom? room, DateTime? start) =>
        PlannedSession.New(new(SessionKind.Testimony, title, room?.Id, start, 45, null, null));
}
