using Hub.Core.Territories;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

public static class RegionWords
{
    extension(IStringLocalizer<AgendaTexts> texts)
    {
        /// <summary>« en Bretagne », « dans le Grand Est », « à La Réunion ».</summary>
        public string Within(Region region)
        {
            var own = texts[$"Within.{region.Code}", region.Name];
            return own.ResourceNotFound ? texts["Within", region.Name] : own;
        }
    }
}
