using System.Diagnostics;
using System.Text.Json;

namespace Hub.Tests.Notifications;

/// <summary>A mail as somebody else's reader understands it: the <c>email</c> package of Debian's Python.</summary>
public sealed record ReadMail(
    string[][] Headers, string[] From, string[] To, string[] Addresses, DateTimeOffset Date, ReadMail.Part Body, string[] Defects, int LongestLine, int StrayBreaks, bool IsAscii)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public sealed record Part(string Type, string? Method, string? Charset, string? FileName, string? Disposition, string? Content, Part[]? Parts)
    {
        public IEnumerable<string> Types => [Type, .. (Parts ?? []).SelectMany(p => p.Types)];
    }

    public string this[string header] => Assert.Single(Headers, h => h[0] == header)[1];

    public static async Task<ReadMail> FromAsync(byte[] octets)
    {
        using Process python = new()
        {
            StartInfo = new("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Notifications", "read_mail.py")])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        python.Start();
        var output = python.StandardOutput.ReadToEndAsync();
        var errors = python.StandardError.ReadToEndAsync();
        await python.StandardInput.BaseStream.WriteAsync(octets);
        python.StandardInput.Close();
        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<ReadMail>(await output, Json)!;
    }
}
