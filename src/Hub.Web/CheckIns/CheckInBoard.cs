using Hub.Core.Calendars;
using Hub.Core.CheckIns;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Registrations;
using Microsoft.Extensions.Localization;

namespace Hub.Web.CheckIns;

/// <summary>What stands on the table at the door: how many have come, and who is looked for.</summary>
public sealed class CheckInBoard(CheckInRoll roll, TimeProvider clock, IStringLocalizer<CheckInTexts> texts)
{
    public CheckInCount Count { get; private set; } = new(0, 0);

    /// <summary>Why nobody is received now, and when; null while people are.</summary>
    public string? ClosedBecause { get; private set; }

    /// <summary>As typed or scanned.</summary>
    public string? Search { get; private set; }

    /// <summary>Null while nothing is looked for.</summary>
    public CheckInFinding? Finding { get; private set; }

    /// <summary>Whose ticket was read and who has yet to come: one key checks them in.</summary>
    public CheckInPerson? AtHand => Finding is { IsTicket: true, People: [{ State: RegistrationState.Confirmed, CheckedInAt: null } person] } ? person : null;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="seen">Whoever was just looked after; shown until somebody else is looked for.</param>
    public async Task LoadAsync(Edition edition, string? search, Guid? seen, CancellationToken ct)
    {
        Count = await roll.CountAsync(edition.Id, ct);
        ClosedBecause = WhyClosed(edition);
        if (ClosedBecause is not null)
        {
            return;
        }

        Search = search?.Trim();
        if (!string.IsNullOrEmpty(Search))
        {
            Finding = await roll.SearchAsync(edition.Id, Search, ct);
        }
        else if (seen is { } id && await roll.FindAsync(edition.Id, id, ct) is { } person)
        {
            Finding = new([person], IsTicket: false, HasMore: false);
        }
    }

    /// <returns>What became of an act; null where the page says it.</returns>
    public CheckInNotice? Say(CheckInAnswer answer, Edition edition, bool undone)
    {
        if (answer.Person is not { } person)
        {
            return null;
        }

        return (answer.Outcome, undone) switch
        {
            (CheckInOutcome.Done, false) => new("ok", texts["Done", person.Name, When(person.CheckedInAt!.Value, edition)]),
            (CheckInOutcome.Done, true) => new("ok", texts["Undone", person.Name]),
            (CheckInOutcome.Already, false) => new("warn", texts["AlreadyNotice", person.Name, When(person.CheckedInAt!.Value, edition)]),
            (CheckInOutcome.Already, true) => new("warn", texts["AlreadyUndone", person.Name]),
            _ => new("warn", WhyNot(person.State, person.HandedOverTo)),
        };
    }

    /// <summary>Why there is nothing to note for somebody without a confirmed place.</summary>
    public string WhyNot(RegistrationState state, string? colleague) => colleague is null ? texts[$"WhyNot.{state}"] : texts["HandedOver", colleague];

    /// <summary>« à 9 h 04 »; with its date when that is not today.</summary>
    public string When(DateTime instant, Edition edition)
    {
        var wall = WallClock.ToWall(instant, edition.TimeZone);
        return wall.Date == WallClock.ToWall(Now, edition.TimeZone).Date ? texts["AtHour", Spoken.Hour(wall)] : texts["OnDate", Spoken.DateAndHour(wall)];
    }

    private string? WhyClosed(Edition edition) => edition.State switch
    {
        EditionState.Draft => texts["ClosedDraft"].Value,
        EditionState.Postponed => texts["ClosedPostponed"].Value,
        EditionState.Cancelled => texts["ClosedCancelled"].Value,
        _ when Now < edition.CheckInOpensAt => texts["OpensAt", Spoken.Instant(edition.CheckInOpensAt, edition.TimeZone)].Value,
        _ when Now >= edition.CheckInEndsAt => texts["ClosedSince", Spoken.Instant(edition.CheckInEndsAt, edition.TimeZone)].Value,
        _ => null,
    };
}

/// <param name="Kind">As hub-notice has it.</param>
public sealed record CheckInNotice(string Kind, string Words);

/// <summary>What the table at the door is made of, on both pages that have one.</summary>
/// <param name="TakesFocus">A scanner writes into it at once.</param>
public sealed record CheckInView(CheckInBoard Board, Edition Edition, bool TakesFocus);

/// <summary>One person on it.</summary>
public sealed record CheckInRow(CheckInBoard Board, Edition Edition, CheckInPerson Person);
