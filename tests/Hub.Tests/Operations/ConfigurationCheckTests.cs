using Hub.Tests.Support;
using Hub.Web.Operations;
using Microsoft.Extensions.Configuration;

namespace Hub.Tests.Operations;

public sealed class ConfigurationCheckTests
{
    private static readonly Dictionary<string, string?> Sound = new(StringComparer.Ordinal)
    {
        ["Hub:PublicOrigin"] = "https://hub.example.org",
        ["Mail:From"] = "hub@example.org",
        ["AllowedHosts"] = "hub.example.org;localhost",
        ["Hub:TrustedProxies:0"] = "127.0.0.1",
    };

    [Fact]
    public void Settings_as_the_guide_has_them_are_sound() =>
        Assert.All(Examine(Sound), finding => Assert.Equal(Severity.Ok, finding.Severity));

    [Theory]
    [InlineData("Hub:PublicOrigin", null, "origin", Severity.Error)]
    [InlineData("Hub:PublicOrigin", "hub.example.org", "origin", Severity.Error)]
    [InlineData("Hub:PublicOrigin", "http://hub.example.org", "origin", Severity.Error)]
    [InlineData("Hub:PublicOrigin", "https://localhost", "origin", Severity.Error)]
    [InlineData("Hub:PublicOrigin", "https://hub.example.org/agenda", "origin", Severity.Error)]
    [InlineData("Mail:From", null, "sender", Severity.Warning)]
    [InlineData("Mail:From", "hub@localhost.localdomain", "sender", Severity.Warning)]
    [InlineData("AllowedHosts", "*", "hosts", Severity.Warning)]
    [InlineData("AllowedHosts", null, "hosts", Severity.Warning)]
    [InlineData("AllowedHosts", "localhost", "hosts", Severity.Error)]
    [InlineData("Hub:TrustedProxies:0", null, "proxies", Severity.Warning)]
    [InlineData("Hub:TrustedProxies:0", "proxy.example.org", "proxies", Severity.Error)]
    public void A_setting_that_makes_a_hub_useless_or_open_is_named(string setting, string? value, string check, Severity severity)
    {
        Dictionary<string, string?> settings = new(Sound, StringComparer.Ordinal);
        settings.Remove(setting);
        if (value is not null)
        {
            settings[setting] = value;
        }

        var finding = Examine(settings).Single(f => f.Check == check);

        Assert.Equal(severity, finding.Severity);
        Assert.NotNull(finding.Advice);
    }

    [Theory]
    [InlineData(10, Severity.Error)]
    [InlineData(100, Severity.Warning)]
    [InlineData(1000, Severity.Ok)]
    public void A_disk_that_fills_up_is_named(long megabytes, Severity severity) =>
        Assert.Equal(severity, DataFolderCheck.ExamineSpace("data", megabytes << 20).Severity);

    [Theory]
    [InlineData("https://hub.example.org", 1, "error   database")]
    [InlineData("", 1, "error   settings")]
    public async Task The_command_says_what_is_wrong_and_ends_with_1(string origin, int code, string line)
    {
        var folder = Directory.CreateTempSubdirectory("hub-doctor-");
        try
        {
            var said = await HubCommand.RunAsync([new("Hub__PublicOrigin", origin), new("Hub__DataFolder", folder.FullName)], "doctor");

            Assert.Equal(code, said.ExitCode);
            Assert.Contains(line, said.Said, StringComparison.Ordinal);
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<Finding> Examine(Dictionary<string, string?> settings) =>
        ConfigurationCheck.Examine(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), production: true);
}
