using Hub.Core.Territories;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>Words for territories, wherever they are named.</summary>
public sealed class PlaceTexts;

public static class Places
{
    extension(IStringLocalizer<PlaceTexts> texts)
    {
        /// <summary>What it is, for somebody who does not know: « commune ».</summary>
        public string KindOf(Territory territory) => texts[$"Kind.{territory.Kind}"];

        /// <summary>« Vannes, commune, Morbihan (56) »: enough to tell homonyms apart.</summary>
        public string Describe(Territory territory)
        {
            // « Communauté de communes… » says what it is.
            var kind = territory.Name.StartsWith("Communauté ", StringComparison.Ordinal) ? null : texts.KindOf(territory);
            return string.Join(", ", new[] { territory.Name, kind, territory.Within }.Where(part => !string.IsNullOrEmpty(part)));
        }
    }
}
