using System.ComponentModel.DataAnnotations;

namespace Hub.Core.Data;

/// <summary>Section <c>Hub</c> of the configuration.</summary>
public sealed class HubOptions
{
    public const string DefaultDataFolder = "data";

    /// <summary>Address under which people reach the hub; links in mails begin with it, whatever a request claims.</summary>
    [Required]
    public Uri PublicOrigin { get; set; } = null!;

    /// <summary>Where the hub keeps its files, relative to the content root.</summary>
    [Required]
    public string DataFolder { get; set; } = DefaultDataFolder;
}
