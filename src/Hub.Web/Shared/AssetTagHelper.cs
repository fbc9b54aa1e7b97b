using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Hub.Web.Shared;

/// <summary>Links a style sheet or a module by its fingerprinted name, at the same address in both languages.</summary>
[HtmlTargetElement("hub-asset", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AssetTagHelper : TagHelper
{
    /// <summary>Path under wwwroot.</summary>
    public string? Css { get; set; }

    /// <summary>Path under wwwroot.</summary>
    public string? Js { get; set; }

    /// <summary>Media of the style sheet; print sheets load without holding the page back.</summary>
    public string? Media { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.SelfClosing;
        if (Css is not null)
        {
            output.TagName = "link";
            output.Attributes.SetAttribute("rel", "stylesheet");
            output.Attributes.SetAttribute("href", Address(ViewContext.HttpContext, Css));
            if (Media is not null)
            {
                output.Attributes.SetAttribute("media", Media);
            }
        }
        else
        {
            output.TagName = "script";
            output.TagMode = TagMode.StartTagAndEndTag;
            output.Attributes.SetAttribute("type", "module");
            output.Attributes.SetAttribute("src", Address(ViewContext.HttpContext, Js ?? ""));
        }
    }

    /// <summary>The address of a file of wwwroot, with its fingerprint where the build knows one.</summary>
    public static string Address(HttpContext context, string path)
    {
        var assets = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{context.Request.SiteBase()}/{assets?[path] ?? path}";
    }
}
