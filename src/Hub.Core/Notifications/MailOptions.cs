using System.ComponentModel.DataAnnotations;

namespace Hub.Core.Notifications;

/// <summary>Section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>Technical sender of every mail; a day adds its own name and reply address.</summary>
    [Required, EmailAddress]
    public string From { get; set; } = "hub@localhost.localdomain";

    /// <summary>Whether this process sends what is due. Off on nodes that only serve pages.</summary>
    public bool Send { get; set; } = true;
}
