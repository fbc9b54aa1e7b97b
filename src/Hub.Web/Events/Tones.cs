using Hub.Core.Events;

namespace Hub.Web.Events;

public static class Tones
{
    extension(Tone tone)
    {
        /// <summary>As the style sheets name it.</summary>
        public string Name => $"{tone}".ToLowerInvariant();
    }
}
