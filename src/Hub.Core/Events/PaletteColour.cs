namespace Hub.Core.Events;

/// <summary>The colour of a day where no style sheet reaches.</summary>
public static class PaletteColour
{
    extension(Tone? palette)
    {
        /// <summary>The banner's by daylight, as palette.css has it; the hub's own without a palette.</summary>
        public string Colour => palette switch
        {
            Tone.Pastel => "#134766",
            Tone.Garance => "#7a2417",
            Tone.Gaude => "#5c4100",
            Tone.Reseda => "#1f4d22",
            Tone.Orseille => "#4e2a6b",
            Tone.Noyer => "#553b1e",
            _ => "#0e4d5a",
        };
    }
}
