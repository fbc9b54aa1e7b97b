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

    public MailTransport Transport { get; set; }

    /// <summary>Name of the submission server, as its certificate has it.</summary>
    public string? Host { get; set; }

    /// <summary>Null means the port that goes with <see cref="Tls"/>.</summary>
    [Range(1, 65_535)]
    public int? Port { get; set; }

    public SmtpTls Tls { get; set; }

    /// <summary>Null for a relay that knows this machine and asks for no login.</summary>
    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>
    /// PEM file of the authority that issued the server's certificate, where the machine does not know it; it is then
    /// the only one believed.
    /// </summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>Registered ports (RFC 8314, section 3.3; RFC 6409, section 3.1; RFC 5321, section 4.5.4.2).</summary>
    public int SmtpPort => Port ?? Tls switch
    {
        SmtpTls.Implicit => 465,
        SmtpTls.StartTls => 587,
        _ => 25,
    };
}

public enum MailTransport { Folder, Smtp }

public enum SmtpTls
{
    /// <summary>TLS from the first octet (RFC 8314).</summary>
    Implicit,

    /// <summary>TLS after a word in clear (RFC 3207); the hub sends nothing where it is not offered.</summary>
    StartTls,

    /// <summary>For a relay on this very machine.</summary>
    None,
}
