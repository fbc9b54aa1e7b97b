using Hub.Core.Events;

namespace Hub.Web.Events;

public static class Tones
{
    extension(Theme theme)
    {
        /// <summary>The dyers' colour of the theme, as the style sheets name it.</summary>
        public string Tone => theme switch
        {
            Theme.Data => "pastel",
            Theme.Cybersecurity => "garance",
            Theme.ArtificialIntelligence => "gaude",
            Theme.Inclusion => "orseille",
            Theme.Sustainability => "reseda",
            _ => "noyer",
        };
    }
}
