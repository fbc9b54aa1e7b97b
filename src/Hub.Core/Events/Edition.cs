using Hub.Core.Data;
using Hub.Core.Languages;
using Hub.Core.Territories;

namespace Hub.Core.Events;

/// <summary>
/// One digital day. It guards its own story; its seats are moved by guarded updates of the registration desk and never
/// touch <see cref="Version"/>. Instants are UTC, wall times are those of <see cref="TimeZone"/>.
/// </summary>
public sealed partial class Edition
{
    private Edition() { }

    public Edition(Guid organisationId, string slug, EditionFacts facts, EditionTimes times, int capacity, DateTime now)
    {
        (OrganisationId, Slug, Capacity) = (organisationId, slug, capacity);
        Write(facts);
        Set(times);
        RevisedAt = now;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private init; }

    /// <summary>Its name in addresses; never changes.</summary>
    public string Slug { get; private init; } = "";

    public string Title { get; private set; } = "";
    public string? Tagline { get; private set; }
    public string ThemeCode { get; private set; } = "";

    /// <summary>There when a query includes it.</summary>
    public Theme Theme { get; private set; } = null!;

    public string RegionCode { get; private set; } = "";
    public string Host { get; private set; } = "";
    public EditionFormat Format { get; private set; }
    public string? VenueName { get; private set; }
    public string? VenueAddress { get; private set; }
    public string? Access { get; private set; }
    public string? RemoteLink { get; private set; }
    public string? Description { get; private set; }
    public string? EnglishTitle { get; private set; }
    public string? EnglishTagline { get; private set; }
    public string? EnglishDescription { get; private set; }
    public string Contact { get; private set; } = "";

    /// <summary>Name beside the hub's technical address in mails; null: the organisation's.</summary>
    public string? SenderName { get; private set; }

    /// <summary>Where replies to mails go; null: <see cref="Contact"/>.</summary>
    public string? ReplyTo { get; private set; }

    /// <summary>Colour of its banner; null: the hub's own.</summary>
    public Tone? Palette { get; private set; }

    /// <summary>Title, place, host and region in capitals without accents, for search.</summary>
    public string SearchText { get; private set; } = "";

    public string TimeZone { get; private set; } = "";
    public DateTime LocalStart { get; private set; }
    public DateTime LocalEnd { get; private set; }
    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }

    /// <summary>When it was to begin before it was last moved or postponed, UTC; null: it never was.</summary>
    public DateTime? PreviousStart { get; private set; }

    /// <summary>Null: from the announcement on.</summary>
    public DateTime? RegistrationOpensAt { get; private set; }

    /// <summary>Null: until it starts.</summary>
    public DateTime? RegistrationClosesAt { get; private set; }

    /// <summary>An organiser closed registration, whatever the window says.</summary>
    public bool ClosedByHand { get; private set; }

    public int Capacity { get; private set; }

    /// <summary>Seats that are confirmed or offered; never above <see cref="Capacity"/>.</summary>
    public int SeatsTaken { get; private set; }

    /// <summary>Last number given in the queue.</summary>
    public int QueueCounter { get; private set; }

    public EditionState State { get; private set; }

    /// <summary>Why it is postponed or cancelled, in the organiser's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Goes up when a calendar must show something else (RFC 5545, section 3.8.7.4).</summary>
    public int Sequence { get; private set; }

    /// <summary>Last change a calendar should hear of.</summary>
    public DateTime RevisedAt { get; private set; }

    /// <summary>Opens the draft to colleagues who have the link; 256 random bits.</summary>
    public string PreviewToken { get; private init; } = Tokens.New();

    /// <summary>Moves with every edit by a person, so that two of them never overwrite each other unseen.</summary>
    public int Version { get; private set; }

    public EditionFacts Facts => new(
        Title, Tagline, ThemeCode, RegionCode, Host, Format, VenueName, VenueAddress, Access, RemoteLink, Description, Contact)
    {
        EnglishTitle = EnglishTitle,
        EnglishTagline = EnglishTagline,
        EnglishDescription = EnglishDescription,
    };

    public EditionSettings Settings => new(SenderName, ReplyTo, Palette);

    public EditionTimes Times => new(TimeZone, LocalStart, LocalEnd, StartsAt, EndsAt);

    /// <summary>Venue and address on one line; null for a remote day.</summary>
    public string? Place => Format is EditionFormat.Remote
        ? null
        : string.Join(", ", new[] { VenueName, VenueAddress }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Anybody may see it.</summary>
    public bool IsPublic => State is not EditionState.Draft;

    public bool IsFull => SeatsTaken >= Capacity;

    public void Announce(DateTime now)
    {
        Require(CanAnnounce);
        State = EditionState.Announced;
        Revise(now);
    }

    public void OpenRegistration(DateTime now)
    {
        Require(State is EditionState.Announced && now < StartsAt);
        ClosedByHand = false;
        RegistrationOpensAt = RegistrationOpensAt > now ? now : RegistrationOpensAt;
        RegistrationClosesAt = RegistrationClosesAt <= now ? null : RegistrationClosesAt;
        Version++;
    }

    public void CloseRegistration(DateTime now)
    {
        Require(PhaseAt(now) is EditionPhase.RegistrationOpen or EditionPhase.Announced);
        ClosedByHand = true;
        Version++;
    }

    public void SetWindow(RegistrationWindow window) => (RegistrationOpensAt, RegistrationClosesAt) = (window.OpensAt, window.ClosesAt);

    public void Arrange(EditionSettings settings)
    {
        (SenderName, ReplyTo, Palette) = (settings.SenderName, settings.ReplyTo, settings.Palette);
        Version++;
    }

    /// <returns>Whether calendars must show something else.</returns>
    public bool Revise(EditionFacts facts, EditionTimes times, DateTime now)
    {
        Require(State is not EditionState.Cancelled);
        var moved = times != Times || facts.Place != Facts.Place || State is EditionState.Postponed;
        var worded = (facts.Title, facts.Tagline) != (Title, Tagline);
        if (State is EditionState.Announced && times.StartsAt != StartsAt)
        {
            PreviousStart = StartsAt;
        }

        Write(facts);
        Set(times);
        State = State is EditionState.Postponed ? EditionState.Announced : State;
        Reason = null;
        if (IsPublic && moved)
        {
            Sequence++;
        }

        if (moved || worded)
        {
            RevisedAt = now;
        }

        Version++;
        return moved;
    }

    public void Postpone(string reason, DateTime now)
    {
        Require(CanPostpone(now));
        (State, Reason, PreviousStart) = (EditionState.Postponed, reason, StartsAt);
        Sequence++;
        Revise(now);
    }

    public void Cancel(string reason, DateTime now)
    {
        Require(CanCancel(now));
        (State, Reason) = (EditionState.Cancelled, reason);
        Sequence++;
        Revise(now);
    }

    private void Revise(DateTime now)
    {
        RevisedAt = now;
        Version++;
    }

    private void Write(EditionFacts facts)
    {
        (Title, Tagline, ThemeCode, RegionCode, Host, Format, VenueName, VenueAddress, Access, RemoteLink, Description, Contact) =
        (facts.Title, facts.Tagline, facts.ThemeCode, facts.RegionCode, facts.Host, facts.Format,
            facts.VenueName, facts.VenueAddress, facts.Access, facts.RemoteLink, facts.Description, facts.Contact);
        (EnglishTitle, EnglishTagline, EnglishDescription) = (facts.EnglishTitle, facts.EnglishTagline, facts.EnglishDescription);
        var text = Folding.Fold($"{Title} {Tagline} {EnglishTitle} {Host} {VenueName} {VenueAddress} {Region.Find(RegionCode)?.Name}");
        SearchText = text.Length > EditionFacts.TextLength ? text[..EditionFacts.TextLength] : text;
    }

    private void Set(EditionTimes times) =>
        (TimeZone, LocalStart, LocalEnd, StartsAt, EndsAt) =
        (times.TimeZone, times.LocalStart, times.LocalEnd, times.StartsAt, times.EndsAt);

    private void Require(bool allowed)
    {
        if (!allowed)
        {
            throw new InvalidOperationException($"Edition {Slug} is {State} and refuses this command.");
        }
    }
}
