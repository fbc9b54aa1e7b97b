using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Hub.Tests.Shared;

/// <summary>Renders one tag helper, in French, on a page whose model is given.</summary>
internal sealed class TagHelperBench
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ServiceProvider _services;

    public TagHelperBench(object? model = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var services = new ServiceCollection();
        services.AddLogging().AddShell();
        _services = services.BuildServiceProvider();
        Metadata = _services.GetRequiredService<IModelMetadataProvider>();
        Texts = _services.GetRequiredService<IStringLocalizer<SharedTexts>>();
        ModelState = new ModelStateDictionary();
        View = new ViewContext
        {
            HttpContext = new DefaultHttpContext { RequestServices = _services },
            ViewData = model is null
                ? new ViewDataDictionary(Metadata, ModelState)
                : new ViewDataDictionary<object>(Metadata, ModelState) { Model = model },
        };
    }

    public IModelMetadataProvider Metadata { get; }

    public IStringLocalizer<SharedTexts> Texts { get; }

    public ModelStateDictionary ModelState { get; }

    public ViewContext View { get; }

    public ModelExpression For(string path)
    {
        var explorer = View.ViewData.ModelExplorer;
        foreach (var name in path.Split('.'))
        {
            explorer = explorer.GetExplorerForProperty(name);
        }

        return new ModelExpression(path, explorer);
    }

    public static string Render(ITagHelper helper, string inner = "", params (string Name, string Value)[] attributes)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var given = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var output = new TagHelperOutput("hub", given, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        output.Content.SetHtmlContent(inner);
        ((TagHelper)helper).Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
