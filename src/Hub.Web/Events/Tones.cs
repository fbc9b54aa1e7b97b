using Hub.Core.Events;

namespace Hub.Web.Events;

public static class Tones
{
    public static IReadOnlyList<Tone> All { get; } = Enum.GetValues<Tone>();

    extension(Tone tone)
    {
        /// <summary>As the style sheets name it.</summary>
        public string Name => $"{tone}".ToLowerInvariant();
    }

    extension(SessionKind kind)
    {
        /// <summary>Lets the eye follow one kind of session through a programme; the kind is always written too.</summary>
        public Tone Tone => kind switch
        {
            SessionKind.RoundTable or SessionKind.Plenary => Tone.Pastel,
            SessionKind.Keynote or SessionKind.Opening or SessionKind.Closing or SessionKind.AwardCeremony => Tone.Garance,
            SessionKind.Workshop or SessionKind.LabelHearing => Tone.Gaude,
            SessionKind.Testimony => Tone.Reseda,
            SessionKind.Debate or SessionKind.Visit => Tone.Orseille,
            _ => Tone.Noyer,
        };
    }
}
