namespace Hub.Web.Shared;

/// <summary>A document, as sent.</summary>
public sealed class DocumentInput
{
    public IFormFile? File { get; set; }

    public string? Words { get; set; }

    /// <summary>Session it was shown in, where there is a choice.</summary>
    public Guid? Session { get; set; }
}
