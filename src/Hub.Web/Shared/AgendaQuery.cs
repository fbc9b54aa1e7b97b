using Hub.Core.Calendars;
using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>
/// The agenda's filter as an address carries it. A calendar is refused a value nobody can make sense of: one that silently
/// shows all days, or none, would be believed for months. Parameters of others (campaign marks) are passed over.
/// </summary>
public static class AgendaQuery
{
    extension(HttpRequest request)
    {
        /// <param name="now">UTC.</param>
        /// <param name="themes">Codes of those there are.</param>
        /// <param name="wrong">The parameter that cannot be read, or is there twice.</param>
        public bool TryReadAgendaFilter(DateTime now, IEnumerable<string> themes, out AgendaFilter filter, out string? wrong)
        {
            var query = request.Query;
            AgendaWords words = new(
                query[AgendaWords.RegionName], query[AgendaWords.ThemeName], query[AgendaWords.FormatName],
                query[AgendaWords.OrganisationName], query[AgendaWords.PeriodName], query[AgendaWords.TextName]);
            wrong = query.FirstOrDefault(q => q.Value.Count > 1).Key;
            if (wrong is null && AgendaFilter.TryRead(words, Spoken.WallTime(now, FrenchTimeZones.Paris), themes, out filter, out wrong))
            {
                return true;
            }

            filter = AgendaFilter.None;
            return false;
        }

        /// <param name="now">UTC.</param>
        /// <returns>The filter, or what to answer when it cannot be read.</returns>
        public async Task<(AgendaFilter Filter, ContentHttpResult? Refusal)> ReadAgendaFilterAsync(
            HubDbContext db, DateTime now, IStringLocalizer<SharedTexts> texts, CancellationToken ct)
        {
            var themes = string.IsNullOrEmpty(request.Query[AgendaWords.ThemeName]) ? [] : await db.Themes.Select(t => t.Code).ToListAsync(ct);
            return request.TryReadAgendaFilter(now, themes, out var filter, out var wrong) ? (filter, null) : (filter, Refuse(texts, wrong!));
        }
    }

    /// <summary>400, and why, in plain words: who reads it is writing a program.</summary>
    public static ContentHttpResult Refuse(IStringLocalizer<SharedTexts> texts, string parameter) =>
        TypedResults.Text(texts["UnknownFilterValue", parameter], "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
}
