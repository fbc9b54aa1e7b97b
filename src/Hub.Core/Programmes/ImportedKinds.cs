using Hub.Core.Events;
using Hub.Core.Languages;

namespace Hub.Core.Programmes;

/// <summary>What programmes call their kinds of session: ours in both languages, and those of other programs.</summary>
public static class ImportedKinds
{
    /// <summary>Of what nobody knows: somebody speaks and people listen.</summary>
    public const SessionKind Default = SessionKind.Keynote;

    private static readonly Dictionary<string, SessionKind> Known = (
        from kind in new (SessionKind Kind, string Words)[]
        {
            (SessionKind.Welcome, "accueil,accueil café,café d’accueil,welcome,welcome coffee,registration,émargement"),
            (SessionKind.Opening, "ouverture,opening,opening session,opening ceremony"),
            (SessionKind.Plenary, "plénière,séance plénière,plenary,plenary session"),
            (SessionKind.Keynote, "conférence,keynote,talk,short talk,long talk,lecture,vortrag,présentation,exposé,intervention"),
            (SessionKind.RoundTable, "table ronde,round table,roundtable,panel,panel discussion,podium"),
            (SessionKind.Testimony, "retour d’expérience,testimony,case study,experience report"),
            (SessionKind.Debate, "débat,debate,discussion,fishbowl,bof,birds of a feather"),
            (SessionKind.PitchSession, "session de pitch,pitch session,pitch,lightning talk,lightning talks,lightning"),
            (SessionKind.Workshop, "atelier,workshop,tutorial,training,formation,hands on"),
            (SessionKind.LabelHearing, "audition pour le label,label hearing"),
            (SessionKind.Lunch, "déjeuner,pause déjeuner,lunch,lunch break"),
            (SessionKind.Break, "pause,pause café,break,coffee break"),
            (SessionKind.SpeedMeeting, "rencontres à deux,speed meetings,speed meeting"),
            (SessionKind.BusinessMeetings, "rendez-vous d’affaires,business meetings"),
            (SessionKind.Visit, "visite,visit,tour"),
            (SessionKind.AwardCeremony, "remise des prix,award ceremony,awards"),
            (SessionKind.Closing, "clôture,closing,closing session,closing ceremony"),
        }
        from word in kind.Words.Split(',')
        select (Key: KeyOf(word), kind.Kind)).ToDictionary(k => k.Key, k => k.Kind, StringComparer.Ordinal);

    /// <returns>Null when nobody knows it.</returns>
    public static SessionKind? Of(string type) => Known.TryGetValue(KeyOf(type), out var kind) ? kind : null;

    /// <summary>Two spellings that differ in case, accents and signs are one type.</summary>
    public static string KeyOf(string type) => !ImportCharacters.FitText(type)
        ? type
        : string.Join(' ', string.Concat(Folding.Fold(type).Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
