using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Html.Parser;
using Hub.Core.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Templates;

/// <summary>Writes mails with the components of this project, outside any request.</summary>
public sealed class RazorMailRenderer(IServiceScopeFactory scopes, ILoggerFactory loggers) : IMailRenderer
{
    private static readonly FrozenDictionary<Type, Type> Templates = typeof(RazorMailRenderer).Assembly.GetTypes()
        .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(MailTemplate<>))
        .ToFrozenDictionary(type => type.BaseType!.GetGenericArguments()[0]);

    public async Task<MailText> RenderAsync(object model, CultureInfo culture)
    {
        var template = Templates.GetValueOrDefault(model.GetType())
            ?? throw new InvalidOperationException($"No template writes {model.GetType().Name}.");
        var html = await RenderAsync(template, model, culture);
        using var document = new HtmlParser().ParseDocument(html);
        return new(document.Title ?? "", PlainText.Of(document), html);
    }

    private async Task<string> RenderAsync(Type template, object model, CultureInfo culture)
    {
        await using var scope = scopes.CreateAsyncScope();
        // A renderer keeps every component it ever showed: one per mail.
        await using HtmlRenderer renderer = new(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = model });
            return (await renderer.RenderComponentAsync(template, parameters)).ToHtmlString().TrimStart();
        });
    }
}
