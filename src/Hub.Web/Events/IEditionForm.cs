using Hub.Core.Events;
using Hub.Core.Organisations;

namespace Hub.Web.Events;

/// <summary>What the form of a day shows, on the page of a new one and on that of a known one.</summary>
public interface IEditionForm
{
    EditionInput Input { get; }

    bool IsNew { get; }

    /// <summary>Those a day may take.</summary>
    IReadOnlyList<Theme> Themes { get; }

    /// <summary>Those to choose from; empty when there is nothing to choose.</summary>
    IReadOnlyList<Organisation> Organisations { get; }
}
