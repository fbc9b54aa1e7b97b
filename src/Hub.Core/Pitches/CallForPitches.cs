using Hub.Core.Evaluations;
using Hub.Core.Events;

namespace Hub.Core.Pitches;

/// <summary>
/// Asks everybody for proposals for a day: pitches, talks, testimonies. Its <see cref="Contest"/>, of the same id, knows the
/// window, the questions and the grid.
/// </summary>
public sealed class CallForPitches
{
    public const int MostDaysToConfirm = 60;

    /// <summary>Why it is cancelled.</summary>
    public const int ReasonLength = 1000;

    private CallForPitches() { }

    /// <param name="slug">Its name in addresses, unique in the day.</param>
    public CallForPitches(Guid editionId, string slug, CallFacts facts)
    {
        (EditionId, Slug) = (editionId, slug);
        Put(facts);
    }

    /// <summary>Of its contest too.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid EditionId { get; private init; }

    public string Slug { get; private init; } = "";

    public CallState State { get; private set; }

    public string Title { get; private set; } = "";

    public string? EnglishTitle { get; private set; }

    /// <summary>Markdown.</summary>
    public string? Introduction { get; private set; }

    public string? EnglishIntroduction { get; private set; }

    /// <summary>Who may propose, in words.</summary>
    public string? Eligibility { get; private set; }

    public string? EnglishEligibility { get; private set; }

    /// <summary>IANA; the hours of the window are said by this clock, which need not be that of the day.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>In whose running order those who confirm have their turn; null while nobody has said.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>Days that whoever is given a place has to confirm it.</summary>
    public int DaysToConfirm { get; private set; } = 7;

    public int Version { get; private set; }

    public bool IsPublic => State is not CallState.Draft;

    /// <summary>Words may be mended at any time; the zone only before the call is public.</summary>
    public void Revise(CallFacts facts) => Put(State is CallState.Draft ? facts : facts with { TimeZone = TimeZone });

    public bool Publish() => State is CallState.Draft && Turn(CallState.Published);

    public bool Cancel() => State is CallState.Published && Turn(CallState.Cancelled);

    public void PlayIn(Guid? sessionId) => (SessionId, Version) = (sessionId, Version + 1);

    /// <param name="days">From 1 to <see cref="MostDaysToConfirm"/>.</param>
    public void GiveDays(int days) => (DaysToConfirm, Version) = (days, Version + 1);

    /// <summary>When a place given now is to be confirmed, UTC: never after the day has begun.</summary>
    public DateTime ConfirmBy(Edition edition, DateTime now) => now.AddDays(DaysToConfirm) is var late && late < edition.StartsAt ? late : edition.StartsAt;

    private void Put(CallFacts facts)
    {
        (Title, EnglishTitle, Introduction, EnglishIntroduction) = (facts.Title, facts.EnglishTitle, facts.Introduction, facts.EnglishIntroduction);
        (Eligibility, EnglishEligibility, TimeZone, Version) = (facts.Eligibility, facts.EnglishEligibility, facts.TimeZone, Version + 1);
    }

    private bool Turn(CallState state)
    {
        (State, Version) = (state, Version + 1);
        return true;
    }
}

public enum CallState { Draft, Published, Cancelled }

/// <inheritdoc cref="CallForPitches"/>
public sealed record CallFacts(string Title, string TimeZone)
{
    public const int TitleLength = 200;
    public const int TextLength = 4000;
    public const int EligibilityLength = 500;

    public string? EnglishTitle { get; init; }

    public string? Introduction { get; init; }

    public string? EnglishIntroduction { get; init; }

    public string? Eligibility { get; init; }

    public string? EnglishEligibility { get; init; }
}
