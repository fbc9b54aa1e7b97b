using Microsoft.Extensions.Localization;

namespace Hub.Web.Shared;

/// <summary>Words for the lines of the audit log, wherever they are shown.</summary>
public sealed class AuditTexts;

public static class AuditWords
{
    extension(IStringLocalizer<AuditTexts> texts)
    {
        /// <summary>« Salle ajoutée : Agora », « Salle ajoutée ». A command nobody found words for is told by its name.</summary>
        public string Say(string command, string? details)
        {
            var what = command is "SignIn" or "RefuseSignIn" && texts[$"Method.{details}"] is { ResourceNotFound: false } method ? method : details;
            var said = texts[command, what ?? ""] is { ResourceNotFound: false } words ? words.Value : $"{command} {what}";
            return what is null ? said.TrimEnd(' ', '\u00A0', ':') : said;
        }
    }
}
