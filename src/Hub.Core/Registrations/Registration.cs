using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Hub.Core.Notifications;

namespace Hub.Core.Registrations;

/// <summary>
/// One person's place, or place in the queue, at one edition: one row per edition and address, reopened rather than
/// written twice. The person needs no account; a link that only they have stands for one.
/// </summary>
public sealed class Registration
{
    /// <summary>Some capitals are longer than their letter; what does not fit is not searched.</summary>
    public const int SearchLength = 1000;

    private Registration() { }

    public Registration(Guid editionId, Attendee attendee, string language, DateTime now)
    {
        (EditionId, Language, AskedAt) = (editionId, language, now);
        (Email, NormalizedEmail) = (attendee.Email.Trim(), MailAddresses.Normalize(attendee.Email));
        Correct(attendee);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid EditionId { get; private init; }

    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";

    /// <summary>As typed; mails go there.</summary>
    public string Email { get; private set; } = "";

    public string NormalizedEmail { get; private set; } = "";
    public string Organisation { get; private set; } = "";
    public string JobTitle { get; private set; } = "";

    /// <summary>Code of the territory the person works for; null when they did not say.</summary>
    public string? TerritoryCode { get; private set; }

    /// <summary>Null when the person did not say.</summary>
    public Sector? Sector { get; private set; }

    /// <summary>
    /// What helps to receive the person; null as soon as they do not come any more, and thirty days after the day.
    /// </summary>
    public string? Needs { get; private set; }

    public bool AcceptsPhotos { get; private set; }
    public bool WantsNews { get; private set; }

    /// <summary>A mail on the eve; anybody may do without.</summary>
    public bool WantsReminder { get; private set; } = true;

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>Names, organisation and address in capitals without accents, for search.</summary>
    public string SearchText { get; private set; } = "";

    public RegistrationState State { get; private set; } = RegistrationState.Cancelled;

    /// <summary>Who comes instead, by the name the person typed; null unless they handed their place over.</summary>
    public string? HandedOverTo { get; private set; }

    /// <summary>Order in the edition's queue; null when never queued.</summary>
    public int? QueueNumber { get; private set; }

    /// <summary>Until when a seat is held for the person to accept, UTC; null when none is.</summary>
    public DateTime? OfferedUntil { get; private set; }

    /// <summary>When the person last asked for a place, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>When the person was received at the day, UTC; null until then, and for who has no place.</summary>
    public DateTime? CheckedInAt { get; private set; }

    /// <summary>Goes up each time a place is given, refused or given back: tells the mails of two stories apart.</summary>
    public int Round { get; private set; }

    /// <summary>Finds the registration by its link.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The link's secret, encrypted, so that later mails can carry it.</summary>
    public string ProtectedToken { get; private set; } = "";

    /// <summary>Finds the registration by the address of its calendar; empty for a link older than these calendars.</summary>
    public string FeedHash { get; private set; } = "";

    /// <summary>What the ticket's QR code says, and what a helper types when it cannot be read.</summary>
    public string TicketCode { get; private set; } = Registrations.TicketCode.New();

    /// <summary>Since when nothing here leads to the person any more, UTC: only that somebody had, or had not, a place stays. Null while it does.</summary>
    public DateTime? ErasedAt { get; private set; }

    public int Version { get; private set; }

    public string Name => $"{FirstName} {LastName}";

    public bool IsActive => State is not RegistrationState.Cancelled;

    public Attendee Attendee => new(FirstName, LastName, Email, Organisation, JobTitle, Needs, AcceptsPhotos, WantsNews)
    {
        TerritoryCode = TerritoryCode,
        Sector = Sector,
    };

    /// <summary>Accents and case do not count when somebody searches.</summary>
    public static string Fold(string text) => Folding.Fold(text);

    /// <summary>Everything but the address, which is who the person is here.</summary>
    public void Correct(Attendee attendee)
    {
        (FirstName, LastName, Organisation, JobTitle) = (attendee.FirstName, attendee.LastName, attendee.Organisation, attendee.JobTitle);
        (TerritoryCode, Sector) = (attendee.TerritoryCode, attendee.Sector);
        (Needs, AcceptsPhotos, WantsNews) = (attendee.Needs, attendee.AcceptsPhotos, attendee.WantsNews);
        SearchText = Fold($"{TicketCode} {Email} {FirstName} {LastName} {Organisation}");
        SearchText = SearchText.Length > SearchLength ? SearchText[..SearchLength] : SearchText;
        Version++;
    }

    public void Confirm() => Turn(RegistrationState.Confirmed);

    public void Wait(int queueNumber)
    {
        QueueNumber = queueNumber;
        Turn(RegistrationState.Waiting);
    }

    /// <summary>Holds a seat for a person who waits.</summary>
    public void Offer(DateTime until)
    {
        Turn(RegistrationState.Offered);
        OfferedUntil = until;
    }

    /// <summary>The day moved, and with it the time to decide.</summary>
    public void HoldUntil(DateTime until)
    {
        OfferedUntil = until;
        Version++;
    }

    /// <summary>A postponed day has no date to decide on: its offers stand until it has one.</summary>
    public bool CanAccept(Edition edition, DateTime now) => State is RegistrationState.Offered
        && (edition.State is EditionState.Postponed || (edition.State is EditionState.Announced && now < OfferedUntil));

    /// <summary>A seat can be given to a colleague until its day begins.</summary>
    public bool CanHandOver(Edition edition, DateTime now) => State is RegistrationState.Confirmed
        && (edition.State is EditionState.Postponed || (edition.State is EditionState.Announced && now < edition.StartsAt));

    public void Cancel()
    {
        Needs = null;
        Turn(RegistrationState.Cancelled);
    }

    /// <param name="colleague">First and last name of who comes instead.</param>
    public void HandOver(string colleague)
    {
        Cancel();
        HandedOverTo = colleague;
    }

    /// <returns>False when they were received already, or have no place; nothing changes then.</returns>
    public bool CheckIn(DateTime now) => CheckedInAt is null && State is RegistrationState.Confirmed && Receive(now);

    /// <returns>False when nobody had received them.</returns>
    public bool UndoCheckIn() => CheckedInAt is not null && Receive(null);

    /// <summary>The person asks again after having cancelled.</summary>
    public void AskAgain(Attendee attendee, string language, DateTime now)
    {
        (Language, AskedAt, QueueNumber) = (language, now, null);
        Correct(attendee);
    }

    public void Remind(bool wanted)
    {
        WantsReminder = wanted;
        Version++;
    }

    /// <summary>A new link; the one before opens nothing any more.</summary>
    public void Attach(RegistrationLink link)
    {
        (TokenHash, ProtectedToken, FeedHash) = (link.TokenHash, link.ProtectedToken, link.FeedHash);
        Version++;
    }

    /// <summary>
    /// Keeps the place, its state and what counts (kind of body, dates), and nothing that finds the person: neither a name,
    /// an address, a link nor the code on a ticket they may still hold. The address is free to register anew.
    /// </summary>
    public void Erase(DateTime now)
    {
        (FirstName, LastName, Email, Organisation, JobTitle, TerritoryCode, Needs, SearchText) = ("", "", "", "", "", null, null, "");
        (NormalizedEmail, TicketCode) = ($"{Id:N}", Registrations.TicketCode.New());
        (TokenHash, ProtectedToken, FeedHash) = (Tokens.Hash(Tokens.New()), "", "");
        (AcceptsPhotos, WantsNews, WantsReminder) = (false, false, false);
        ErasedAt ??= now;
        ForgetColleague();
    }

    /// <summary>Who comes instead wants to be forgotten.</summary>
    public void ForgetColleague()
    {
        HandedOverTo = null;
        Version++;
    }

    private void Turn(RegistrationState state)
    {
        (State, OfferedUntil, HandedOverTo, CheckedInAt) = (state, null, null, null);
        Round++;
        Version++;
    }

    private bool Receive(DateTime? at)
    {
        CheckedInAt = at;
        Version++;
        return true;
    }
}

public enum RegistrationState { Waiting, Offered, Confirmed, Cancelled }
