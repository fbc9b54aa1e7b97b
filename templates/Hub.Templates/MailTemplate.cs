using Microsoft.AspNetCore.Components;

namespace Hub.Templates;

/// <summary>A template is found by the record of facts it writes about.</summary>
public abstract class MailTemplate<TModel> : ComponentBase
{
    [Parameter, EditorRequired] public TModel Model { get; set; } = default!;
}
