using System.Text;

namespace Hub.Core.Notifications;

/// <summary>Logs in with a name and a password (RFC 4954; PLAIN is RFC 4616).</summary>
internal sealed class SmtpLogin(SmtpStream stream, SmtpOffers offers, TimeSpan limit)
{
    public async Task LogInAsync(string user, string password, CancellationToken ct)
    {
        if (!stream.IsSecure)
        {
            throw new InvalidOperationException("A password is never sent in clear.");
        }

        if (offers.HasLogin("PLAIN"))
        {
            await AskAsync("AUTH PLAIN " + Base64($"\0{user}\0{password}"), 235, ct);
        }
        else if (offers.HasLogin("LOGIN"))
        {
            await AskAsync("AUTH LOGIN", 334, ct);
            await AskAsync(Base64(user), 334, ct);
            await AskAsync(Base64(password), 235, ct);
        }
        else
        {
            throw new SmtpProtocolException("The server offers neither PLAIN nor LOGIN.");
        }
    }

    private async Task AskAsync(string line, int expected, CancellationToken ct)
    {
        await stream.WriteAsync(line + "\r\n", limit, ct);
        if (await stream.ReadAsync(SmtpStep.Login, limit, ct) is { } reply && reply.Code != expected)
        {
            throw new SmtpRefusedException(SmtpStep.Login, reply);
        }
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
