using Hub.Core.Notifications;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Notifications;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Transport=Folder")]
    [InlineData("Transport=Smtp;Host=smtp.exemple.test")]
    [InlineData("Transport=smtp;Host=smtp.exemple.test;Tls=StartTls;UserName=hub;Password=x")]
    [InlineData("Transport=Smtp;Host=127.0.0.1;Tls=None")]
    public void What_is_whole_is_taken(string settings) => Assert.NotNull(Read(settings));

    [Theory]
    [InlineData("Transport=Smtp", "Mail:Host")]
    [InlineData("Transport=Smtp;Host=smtp.exemple.test;UserName=hub", "go together")]
    [InlineData("Transport=Smtp;Host=smtp.exemple.test;Password=x", "go together")]
    [InlineData("Transport=Smtp;Host=localhost;Tls=None;UserName=hub;Password=x", "in clear")]
    [InlineData("Transport=Smtp;Host=smtp.exemple.test;Tls=None", "this machine")]
    [InlineData("Transport=Smtp;Host=smtp.exemple.test;TrustedCertificate=/nulle/part.pem", "not there")]
    [InlineData("Transport=Smtp;Host=smtp.exemple.test;Port=0", "Port")]
    [InlineData("From=hub", "From")]
    public void What_could_only_fail_later_is_refused_at_the_start(string settings, string word) =>
        Assert.Contains(word, Assert.Throws<OptionsValidationException>(() => Read(settings)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", 465)]
    [InlineData("Tls=StartTls", 587)]
    [InlineData("Tls=StartTls;Port=2525", 2525)]
    public void The_port_goes_with_the_way_of_tls(string settings, int port) => Assert.Equal(port, Read(settings).SmtpPort);

    private static MailOptions Read(string settings)
    {
        var values = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=')).ToDictionary(s => $"Mail:{s[0]}", s => (string?)s[1]);
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddNotifications(_ => "")
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<MailOptions>>().Value;
    }
}
