using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

public static class Choices
{
    extension(IStringLocalizer texts)
    {
        /// <summary>All values of an enum, in words: keys such as <c>Theme.Data</c>.</summary>
        public IEnumerable<SelectListItem> ChoicesOf<T>()
            where T : struct, Enum => Enum.GetValues<T>().Select(v => new SelectListItem(texts[$"{typeof(T).Name}.{v}"], v.ToString()));
    }
}
