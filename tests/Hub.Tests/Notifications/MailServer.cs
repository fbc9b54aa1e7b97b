using System.Diagnostics;
using Hub.Core.Notifications;
using Hub.Tests.Support;

namespace Hub.Tests.Notifications;

/// <summary>Debian's postfix, which hands what it takes to Debian's dovecot, where it is read back.</summary>
public sealed class MailServer : IAsyncLifetime
{
    private readonly TestAuthority authority = new();
    private readonly string folder = Directory.CreateTempSubdirectory("hub-mail-").FullName;
    private readonly int mailbox = Ports.Free();
    private readonly int implicitTls = Ports.Free();
    private readonly int startTls = Ports.Free();

    /// <summary>Speaks TLS after STARTTLS, with a certificate of yesterday.</summary>
    public int Expired { get; } = Ports.Free();

    /// <summary>Settings of a hub that may send there.</summary>
    public MailOptions Settings(SmtpTls tls = SmtpTls.Implicit) => new()
    {
        Transport = MailTransport.Smtp,
        From = "hub@exemple.test",
        Host = "localhost",
        Port = tls is SmtpTls.Implicit ? implicitTls : startTls,
        Tls = tls,
        UserName = "hub",
        Password = "un-mot-de-passe",
        TrustedCertificate = authority.Path,
    };

    /// <summary>The mail as it lies in the mailbox, read over IMAP.</summary>
    public async Task<byte[]> ReadAsync(Guid id)
    {
        using Process python = new()
        {
            StartInfo = new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Notifications", "read_mailbox.py"), $"{mailbox}", authority.Path, $"<{id:N}@exemple.test>"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            },
        };
        python.Start();
        using MemoryStream octets = new();
        await python.StandardOutput.BaseStream.CopyToAsync(octets);
        await python.WaitForExitAsync();
        Assert.Equal(0, python.ExitCode);
        return octets.ToArray();
    }

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "certificate.pem"), authority.IssuePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "expired.pem"), authority.IssuePem(expired: true));
        await ScriptAsync("start", folder, $"{implicitTls}", $"{startTls}", $"{Expired}", $"{mailbox}");
    }

    public async ValueTask DisposeAsync()
    {
        await ScriptAsync("stop", folder);
        authority.Dispose();
    }

    private static async Task ScriptAsync(params string[] arguments)
    {
        using var script = Process.Start(Repository.File("tests/mail-server.sh"), arguments);
        await script.WaitForExitAsync();
        Assert.True(script.ExitCode == 0, $"tests/mail-server.sh {arguments[0]} failed; it wants root, and tests/run.sh installs postfix and dovecot.");
    }
}
