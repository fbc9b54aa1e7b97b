using System.Net;
using Microsoft.Extensions.Options;

namespace Hub.Core.Notifications;

/// <summary>Refuses at the start what could only fail later, or would send mails or passwords in clear over a network.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(MailOptions mail)
    {
        if (MailAddresses.ToHeader(mail.From) is null)
        {
            yield return $"Mail:From is '{mail.From}', to which no mail can be returned; name an address such as hub@example.org.";
        }

        if (mail.Transport is MailTransport.Folder)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(mail.Host))
        {
            yield return "Mail:Transport is Smtp, so Mail:Host must name the submission server.";
        }

        if (string.IsNullOrEmpty(mail.UserName) != string.IsNullOrEmpty(mail.Password))
        {
            yield return "Mail:UserName and Mail:Password go together; one of them is missing.";
        }

        if (mail.Tls is SmtpTls.None && !string.IsNullOrEmpty(mail.UserName))
        {
            yield return "Mail:Tls is None, so Mail:UserName and Mail:Password would travel in clear; use Implicit or StartTls.";
        }

        if (mail.Tls is SmtpTls.None && !IsThisMachine(mail.Host))
        {
            yield return "Mail:Tls is None, which is for a relay on this machine (localhost) only: mails carry personal links; use Implicit or StartTls.";
        }

        if (mail.TrustedCertificate is { Length: > 0 } file && !File.Exists(file))
        {
            yield return $"Mail:TrustedCertificate names the file '{file}', which is not there.";
        }
    }

    private static bool IsThisMachine(string? host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
