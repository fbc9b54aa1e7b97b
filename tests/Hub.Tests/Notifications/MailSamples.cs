using Hub.Core.Accounts;
using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Organisations;
using Hub.Core.Pitches;
using Hub.Core.Privacy;
using Hub.Core.Programmes;
using Hub.Core.Registrations;
using Hub.Core.Site;

namespace Hub.Tests.Notifications;

/// <summary>Each mail in each of its ways of speaking.</summary>
internal static class MailSamples
{
    private const string Name = "Maëlle Kerbrat";
    private static readonly Uri Link = new("https://hub.exemple.test/inscriptions/abc-DEF_123");
    private static readonly Uri SpeakerLink = new("https://hub.exemple.test/intervenir/abc-DEF_123");
    private static readonly Uri CommitteeLink = new("https://hub.exemple.test/comite/abc-DEF_123");
    private static readonly ToldProposal Proposal = new(
        Name, "Ville d’exemple", "Pitchs de printemps", "Trois capteurs par quartier", new(2027, 3, 1, 11, 0, 0, DateTimeKind.Utc), "Europe/Paris", new("https://hub.exemple.test/proposer/abc-DEF_123"));
    private static readonly MovedDetails Before = new(new(2027, 3, 11, 9, 0, 0), new(2027, 3, 11, 17, 0, 0), "Europe/Paris", "Salle des fêtes, Vannes");

    public static EditionInMail Edition { get; } = new(
        "Journée numérique de Bretagne", new(2027, 3, 18, 9, 30, 0), new(2027, 3, 18, 17, 0, 0), "Europe/Paris",
        "Salle d’exemple, 2 place du Marché, Rennes", "Métro Exemple, sortie nord.\nEntrée de plain-pied.",
        "https://visio.exemple.test/salle?nom=bretagne&cle=1", "Syndicat d’exemple", "contact@exemple.test", new("https://hub.exemple.test/journees/bretagne"));

    public static EditionInMail RemoteEdition { get; } = Edition with { Place = null, Access = null, TimeZone = "Indian/Reunion", LocalEnd = new(2027, 3, 19, 12, 0, 0) };

    private static IEnumerable<object> AboutPitches =>
    [
        new PitchBegunMail(Edition, Proposal),
        new PitchReceivedMail(Edition, Proposal, 2, new(2027, 2, 28, 22, 59, 59, DateTimeKind.Utc), new string('a', 64)),
        new PitchReceivedMail(Edition, Proposal with { Heading = null }, 1, new(2027, 2, 28, 22, 59, 59, DateTimeKind.Utc), new string('b', 64)),
        new PitchWithdrawnMail(Edition, Proposal),
        new PitchExtendedMail(Edition, Proposal),
        new PitchCallCancelledMail(Edition, Proposal, "La session est supprimée."),
        new PitchCallCancelledMail(Edition, Proposal, Reason: null),
        new CommitteeCallCancelledMail(Name, Edition, "Pitchs de printemps", Reason: null),
        new PitchAcceptedMail(Edition, Proposal, Stage, new(2027, 3, 8, 11, 0, 0, DateTimeKind.Utc), FromReserve: false, "Le comité a aimé la simplicité."),
        new PitchAcceptedMail(Edition, Proposal, Stage with { Minutes = null }, new(2027, 3, 8, 11, 0, 0, DateTimeKind.Utc), FromReserve: true, Reason: null),
        new PitchReserveMail(Edition, Proposal, 1, "Une place manquait."),
        new PitchReserveMail(Edition, Proposal, 3, Reason: null),
        new PitchDeclinedMail(Edition, Proposal, "Nous attendons des résultats mesurés."),
        new PitchDeclinedMail(Edition, Proposal, Reason: null),
        new PitchConfirmedMail(Edition, Proposal, Stage, "Maëlle Kerbrat, chargée de mission"),
        new PitchConfirmedMail(Edition, Proposal, Stage: null, "Maëlle Kerbrat"),
        new PitchConfirmSoonMail(Edition, Proposal, Stage, new(2027, 3, 8, 11, 0, 0, DateTimeKind.Utc)),
        new PitchTurnMail(Edition, Proposal, [new("Des repas plus justes", "Pitchs de printemps", new(2027, 3, 18, 14, 9, 0), 8, "Salle 2")]),
        new PitchLapsedMail(Edition, Proposal),
        new CommitteeInvitedMail(Name, Edition, "Pitchs de printemps", new(2027, 3, 1, 11, 0, 0, DateTimeKind.Utc), new(2027, 3, 8, 17, 0, 0, DateTimeKind.Utc), "Europe/Paris", CommitteeLink),
        new CommitteeInvitedMail(Name, Edition, "Pitchs de printemps", null, null, "Europe/Paris", CommitteeLink),
        new CommitteeReminderMail(Name, Edition, "Pitchs de printemps", 1, null, "Europe/Paris", CommitteeLink),
        new CommitteeReminderMail(Name, Edition, "Pitchs de printemps", 12, new(2027, 3, 8, 17, 0, 0, DateTimeKind.Utc), "Europe/Paris", CommitteeLink),
        new CommitteeReadingMail(Name, Edition, "Pitchs de printemps", 1, null, "Europe/Paris", CommitteeLink),
        new CommitteeReadingMail(Name, Edition, "Pitchs de printemps", 12, new(2027, 3, 8, 17, 0, 0, DateTimeKind.Utc), "Europe/Paris", CommitteeLink),
    ];

    private static ToldStage Stage => new("Pitchs de printemps", new(2027, 3, 18, 14, 0, 0), 8);

    /// <summary>About the hub itself, for those who run it.</summary>
    public static IEnumerable<object> AboutTheHub =>
    [
        new ContactMail(Name, "maelle@mairie.exemple.test", "Bonjour,\n\nnotre commune voudrait accueillir une journée en 2028. Dites-nous à qui le demander."),
        new InvitationMail("Réseau d’exemple", OrganisationRole.Organiser, new("https://hub.exemple.test/compte/mot-de-passe?compte=1&jeton=2"), HasPassword: false),
        new InvitationMail("Réseau d’exemple", OrganisationRole.Editor, new("https://hub.exemple.test/connexion"), HasPassword: true),
        new NewPasswordMail(new("https://hub.exemple.test/compte/mot-de-passe?compte=1&jeton=2")),
        new AddressChangeMail("ada@mairie.exemple.test", "ada@agglo.exemple.test", Takes: true, new("https://hub.exemple.test/compte/adresse/confirmer?jeton=1")),
        new AddressChangeMail("ada@mairie.exemple.test", "ada@agglo.exemple.test", Takes: false, new("https://hub.exemple.test/compte/adresse/confirmer?jeton=1")),
        new SpaceMail(Name, new("https://hub.exemple.test/mon-espace/abc")),
        new PlaceFreedMail(Edition, "Pitchs de printemps", 3, "Des repas plus justes (Ville de Rance)", IsLapsed: false, "Des fuites en moins (Ville de Vire)", CommitteeLink),
        new PlaceFreedMail(Edition, "Pitchs de printemps", 3, Heading: null, IsLapsed: true, Next: null, CommitteeLink),
        new DataErasedMail(WithAccount: false),
        new DataErasedMail(WithAccount: true),
        new MailTroubleMail(1, 0, null, new("https://hub.exemple.test/administration/courriels")),
        new MailTroubleMail(12, 3, new(2027, 3, 1, 8, 5, 9, DateTimeKind.Utc), new("https://hub.exemple.test/administration/courriels")),
        new MailTroubleMail(0, 1, new(2027, 3, 1, 8, 5, 9, DateTimeKind.Utc), new("https://hub.exemple.test/administration/courriels")),
    ];

    public static IEnumerable<object> All => AboutDays.Concat(AboutTheHub);

    public static IEnumerable<object> AboutDays => AboutPlaces.Concat(AboutPitches);

    private static IEnumerable<object> AboutPlaces =>
    [
        new RegistrationConfirmedMail(Name, Edition, Link, "ABCD-EFGH-JKLM", FromQueue: false),
        new RegistrationConfirmedMail(Name, RemoteEdition, Link, "ABCD-EFGH-JKLM", FromQueue: true),
        new RegistrationConfirmedMail(Name, Edition, Link, "ABCD-EFGH-JKLM", FromQueue: false, GivenBy: "Côme Rivaladou"),
        new RegistrationWaitListedMail(Name, Edition with { RemoteLink = null }, Link, Rank: 1),
        new RegistrationWaitListedMail(Name, Edition with { RemoteLink = null }, Link, Rank: 12),
        new RegistrationOfferedMail(Name, Edition with { RemoteLink = null }, Link, new(2027, 3, 10, 18, 0, 0)),
        new RegistrationOfferedMail(Name, RemoteEdition with { RemoteLink = null }, Link, new(2027, 3, 10, 18, 0, 0)),
        new RegistrationOfferExpiredMail(Name, Edition with { RemoteLink = null }),
        new RegistrationQueueEndedMail(Name, Edition with { RemoteLink = null }, Link, IsOpen: true),
        new RegistrationQueueEndedMail(Name, Edition with { RemoteLink = null }, Link, IsOpen: false),
        new EditionReminderMail(Name, Edition, Link, "ABCD-EFGH-JKLM", IsToday: false),
        new EditionReminderMail(Name, RemoteEdition, Link, "ABCD-EFGH-JKLM", IsToday: false),
        new EditionReminderMail(Name, Edition, Link, "ABCD-EFGH-JKLM", IsToday: true),
        new RegistrationCancelledMail(Name, Edition, ByOrganiser: false, HadSeat: true),
        new RegistrationCancelledMail(Name, Edition, ByOrganiser: false, HadSeat: false),
        new RegistrationCancelledMail(Name, Edition, ByOrganiser: true, HadSeat: true),
        new RegistrationCancelledMail(Name, Edition, ByOrganiser: false, HadSeat: true, GivenTo: "Côme Rivaladou"),
        new RegistrationPlaceKeptMail(Name, Edition, Link, "Côme Rivaladou"),
        new RegistrationTurnsMail(Name, Edition, Link, [new("Des repas plus justes", "Pitchs du matin", Edition.LocalStart.AddMinutes(70), 8, "Salle 2")]),
        new StageAnnouncedMail(Name, Edition, "Pitchs du matin", Edition.LocalStart.AddMinutes(60), "Salle 2", [new(Edition.LocalStart.AddMinutes(60), "Des repas plus justes", "Awa Dembasse"), new(Edition.LocalStart.AddMinutes(70), "Des fuites en moins", "")], More: 0, Link),
        new StageAnnouncedMail(Name, Edition, "Pitchs du matin", Edition.LocalStart.AddMinutes(60), Room: null, [new(Edition.LocalStart.AddMinutes(60), "Des repas plus justes", "Awa Dembasse")], More: 4, Link),
        new RegistrationLinkMail(Name, Edition, Link, IsNew: false),
        new RegistrationLinkMail(Name, Edition, Link, IsNew: true),
        new EditionMovedMail(Name, Edition, Before, Link, HasSeat: true),
        new EditionMovedMail(Name, Edition, Before with { Place = Edition.Place }, Link, HasSeat: false),
        new EditionMovedMail(Name, Edition, new(Edition.LocalStart.AddHours(1), Edition.LocalEnd, "Europe/Paris", Edition.Place), Link, HasSeat: true),
        new EditionMovedMail(Name, Edition, new(Edition.LocalStart, Edition.LocalEnd, "Europe/Paris", null), Link, HasSeat: true),
        new EditionMovedMail(Name, Edition, new(Edition.LocalStart, Edition.LocalEnd, "Europe/Paris", Edition.Place), Link, HasSeat: true),
        new ProgrammeChangedMail(Name, Edition, [new("Atelier de cartographie", new(2027, 3, 18, 14, 0, 0), 90, "Salle Ys", new(2027, 3, 18, 11, 0, 0), null)], Link),
        new ProgrammeChangedMail(Name, Edition, [new("Atelier de cartographie", null, 90, null, new(2027, 3, 18, 11, 0, 0), "Salle Ys")], Link),
        new EditionPostponedMail(Name, Edition, "La salle est inondée.\nNous en cherchons une autre.", Link),
        new EditionPostponedMail(Name, Edition, Reason: null, Link),
        new EditionCancelledMail(Name, Edition, "La tempête empêche tout déplacement."),
        new SpeakerInvitedMail(Name, Edition, SpeakerLink, [new("La donnée au service des communes", new(2027, 3, 18, 14, 0, 0), 45, "Salle Ys"), new("Clôture", null, 30, null)]),
        new SpeakerInvitedMail(Name, RemoteEdition with { RemoteLink = null }, SpeakerLink, []),
        new SpeakerReminderMail(Name, Edition, SpeakerLink, HasAccepted: false),
        new SpeakerReminderMail(Name, Edition, SpeakerLink, HasAccepted: true),
        new SpeakerProgrammeMail(Name, Edition, SpeakerLink, [new("La donnée au service des communes", new(2027, 3, 18, 14, 0, 0), 45, null, null, null)]),
        new SpeakerProgrammeMail(Name, Edition, SpeakerLink, [new("La donnée au service des communes", new(2027, 3, 18, 14, 0, 0), 45, "Salle 2", new(2027, 3, 18, 14, 0, 0), "Salle Ys")]),
        new SpeakerProgrammeMail(Name, Edition, SpeakerLink, [new("La donnée au service des communes", new(2027, 3, 18, 14, 0, 0), 45, "Salle 2", new(2027, 3, 18, 15, 0, 0), "Salle Ys")]),
        new SpeakerProgrammeMail(Name, Edition, SpeakerLink, [new("La donnée au service des communes", null, 45, null, new(2027, 3, 18, 14, 0, 0), "Salle Ys")]),
        new SpeakerProgrammeMail(Name, Edition, SpeakerLink, [new("Débat", null, 45, null, new(2027, 3, 18, 14, 0, 0), "Salle Ys"), new("Clôture", new(2027, 3, 18, 16, 0, 0), 45, null, null, null)]),
        new SpeakerDayMail(Name, Edition, EditionState.Cancelled, "La salle est inondée.", SpeakerLink),
        new SpeakerDayMail(Name, Edition, EditionState.Postponed, "La salle est inondée.", SpeakerLink),
        new SpeakerDayMail(Name, Edition, EditionState.Announced, null, SpeakerLink),
        new SpeakerSlotsMail(Name, Edition, SpeakerLink, [new("Une appli pour les cantines", "Pitchs", new(2027, 3, 18, 14, 9, 0), 8, "Salle 2"), new("Clôture", "Pitchs", new(2027, 3, 18, 15, 0, 0), 8, null)]),
    ];
}
