using Hub.Core.Evaluations;
using Hub.Core.Pitches;
using Hub.Core.Programmes;
using Hub.Core.Registrations;

namespace Hub.Core.Privacy;

/// <summary>All the hub holds of one person, under the names it has in the file they take along. Instants are UTC, but for those of a day.</summary>
/// <param name="Account">Null unless they asked from an account.</param>
public sealed record PersonalData(DateTime ExportedAt, string Address, AccountData? Account, IReadOnlyList<PlaceData> Registrations, IReadOnlyList<SpeakerData> Talks, IReadOnlyList<ProposalData> Proposals, IReadOnlyList<CommitteeData> Committees);

/// <param name="LastSignIn">Null when nobody ever signed in.</param>
public sealed record AccountData(
    string Language,
    bool IsAdministrator,
    DateTime? LastSignIn,
    bool HasAuthenticatorApp,
    IReadOnlyList<PasskeyData> Passkeys,
    IReadOnlyList<GrantData> Organises,
    IReadOnlyList<SessionData> Sessions,
    IReadOnlyList<ActData> Acts,
    IReadOnlyList<MailData> Mails);

/// <param name="Since">Since when.</param>
public sealed record PasskeyData(string PasskeyName, DateTime Since);

/// <inheritdoc cref="PasskeyData"/>
public sealed record GrantData(string Organisation, DateTime Since);

public sealed record SessionData(string Device, DateTime StartedAt, DateTime SeenAt);

/// <param name="Subject">Id of what it was done to.</param>
/// <param name="Origin">Network address the person acted from; null for acts of others.</param>
public sealed record ActData(DateTime At, string Command, Guid Subject, string? Details, string? Origin);

/// <param name="Kind">Name of the mail within the hub; its words are not kept.</param>
public sealed record MailData(string Kind, DateTime PromisedAt, DateTime? SentAt);

/// <param name="Starts">Wall time of the zone.</param>
/// <param name="Ends">Wall time of the zone.</param>
/// <param name="TimeZone">IANA zone.</param>
public sealed record DayData(string Title, DateTime Starts, DateTime Ends, string TimeZone, string? Place);

/// <param name="Asked">Version of the words.</param>
public sealed record ConsentData(DateTime At, ConsentKind Consent, bool IsGiven, ConsentSource Source, string Asked);

/// <summary>A turn on stage that they asked for.</summary>
/// <param name="Words">What they speak about.</param>
/// <param name="HasTurn">False: they wait for one.</param>
public sealed record TurnData(string SessionTitle, string Words, bool HasTurn);

/// <param name="HandedOverTo">As the person typed it.</param>
public sealed record PlaceData(
    DayData Day,
    RegistrationState State,
    string FirstName,
    string LastName,
    string Email,
    string Organisation,
    string JobTitle,
    string? Territory,
    Sector? Sector,
    string? Needs,
    bool AcceptsPhotos,
    bool WantsNews,
    bool WantsReminder,
    string Language,
    DateTime AskedAt,
    int? QueueNumber,
    DateTime? OfferedUntil,
    string? HandedOverTo,
    string Ticket,
    DateTime? CheckedInAt,
    IReadOnlyList<ConsentData> Consents,
    IReadOnlyList<TurnData> Turns,
    IReadOnlyList<ActData> History,
    IReadOnlyList<MailData> Mails);

/// <param name="From">Wall time of the day's zone.</param>
/// <param name="Until">Wall time of the day's zone.</param>
public sealed record WindowData(DateTime From, DateTime Until);

/// <summary>What they gave for everybody to take home.</summary>
/// <param name="SentAt">UTC.</param>
public sealed record DocumentData(string Words, string FileName, int Bytes, DateTime SentAt);

/// <param name="PhotoConsentAt">When they allowed to publish the photo the hub holds; null when it holds none.</param>
/// <param name="Photo">Name of the photo in addresses.</param>
public sealed record SpeakerData(
    DayData Day,
    SpeakerState State,
    string Name,
    string Email,
    string? Function,
    string? Organisation,
    string? Biography,
    string? Needs,
    string? ProposedTime,
    string? Reason,
    DateTime InvitedAt,
    DateTime? AnsweredAt,
    DateTime? RemindedAt,
    DateTime? PhotoConsentAt,
    string? Photo,
    IReadOnlyList<WindowData> Availability,
    IReadOnlyList<DocumentData> Documents,
    IReadOnlyList<ActData> History,
    IReadOnlyList<MailData> Mails);

/// <summary>What was sent to a call.</summary>
/// <param name="Content">Its text, as the receipt has it.</param>
public sealed record VersionData(int Number, DateTime SentAt, string Hash, string Content);

public sealed record AnswerData(string Question, string Answer);

/// <summary>What was decided of it, once they may know.</summary>
/// <param name="Place">State of the place on stage; null when it was given none.</param>
public sealed record DecisionData(Verdict Verdict, int? Position, string? Reason, DateTime ReleasedAt, StageOfferState? Place, DateTime? ConfirmBy, string? Presenters, string? Summary, string? Needs);

/// <summary>What they proposed, alone or with others.</summary>
/// <param name="Call">Its title.</param>
/// <param name="Answers">As they are written now.</param>
/// <param name="Decision">Null before the release.</param>
public sealed record ProposalData(
    DayData Day,
    string Call,
    string Organisation,
    string Name,
    string Email,
    string Language,
    DateTime InvitedAt,
    ApplicationState State,
    IReadOnlyList<AnswerData> Answers,
    IReadOnlyList<VersionData> Versions,
    DecisionData? Decision,
    IReadOnlyList<DocumentData> Documents,
    IReadOnlyList<ActData> History,
    IReadOnlyList<MailData> Mails);

public sealed record MarkData(string Criterion, decimal? Mark, string? Comment);

/// <summary>What they think of a proposal.</summary>
/// <param name="Number">Of the proposal.</param>
/// <param name="SentAt">Null while it is written.</param>
public sealed record ReviewData(int Number, ReviewState State, IReadOnlyList<MarkData> Marks, string? Note, DateTime? SentAt);

/// <summary>A proposal they stay away from.</summary>
/// <param name="Number">Of the proposal.</param>
public sealed record RecusalData(int Number, DateTime At, string? Reason);

/// <summary>Where they judge, or judged.</summary>
/// <param name="Call">Its title.</param>
public sealed record CommitteeData(
    DayData Day,
    string Call,
    string Organisation,
    string Name,
    string Email,
    string Language,
    DateTime InvitedAt,
    DateTime? LeftAt,
    IReadOnlyList<ReviewData> Reviews,
    IReadOnlyList<RecusalData> Recusals,
    IReadOnlyList<ActData> History,
    IReadOnlyList<MailData> Mails);
