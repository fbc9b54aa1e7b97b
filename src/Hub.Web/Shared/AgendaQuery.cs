using Hub.Core.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>
/// The agenda's filter as an address carries it. A value nobody can make sense of is refused: a calendar that silently
/// shows all days, or none, would be believed for months. Parameters of others (campaign marks) are passed over.
/// </summary>
public static class AgendaQuery
{
    extension(HttpRequest request)
    {
        /// <param name="refusal">What to answer when it cannot be read.</param>
        public bool TryReadAgendaFilter(IStringLocalizer<SharedTexts> texts, out AgendaFilter filter, out ContentHttpResult? refusal)
        {
            var query = request.Query;
            var twice = query.FirstOrDefault(q => q.Value.Count > 1).Key;
            var isRead = AgendaFilter.TryRead(query["region"], query["format"], query["organisation"], query["texte"], out filter, out var wrong);
            refusal = twice is null && isRead ? null : Refuse(texts, twice ?? wrong!);
            return refusal is null;
        }
    }

    /// <summary>400, and why, in plain words: who reads it is writing a program.</summary>
    public static ContentHttpResult Refuse(IStringLocalizer<SharedTexts> texts, string parameter) =>
        TypedResults.Text(texts["UnknownFilterValue", parameter], "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
}
