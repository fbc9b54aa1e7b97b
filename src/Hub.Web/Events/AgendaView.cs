namespace Hub.Web.Events;

/// <summary>How the agenda is shown.</summary>
public enum AgendaView { List, Month, Map }

public static class AgendaViews
{
    public const string QueryName = "vue";

    extension(AgendaView view)
    {
        /// <summary>As addresses have it; null for the list, which needs no name.</summary>
        public string? Name => view switch
        {
            AgendaView.Month => "mois",
            AgendaView.Map => "carte",
            _ => null,
        };
    }

    /// <returns>Null when there is no such view.</returns>
    public static AgendaView? Find(string? name) => name switch
    {
        null or "" or "liste" => AgendaView.List,
        "mois" => AgendaView.Month,
        "carte" => AgendaView.Map,
        _ => null,
    };
}
