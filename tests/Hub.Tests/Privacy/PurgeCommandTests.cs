using Hub.Core.Privacy;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Privacy;

public sealed class PurgeCommandTests
{
    [Theory]
    [InlineData("too old", "--dry-run")]
    [InlineData("gone")]
    public async Task The_command_says_each_rule_on_a_line(string word, params string[] more)
    {
        await using SqliteHub app = new();
        _ = app.Services;

        var said = await HubCommand.RunAsync(app.Settings, ["purge", .. more]);

        Assert.Equal(0, said.ExitCode);
        Assert.Equal(["needs", "mails", "audit", "participants", "cancelled", "speakers", "proposals", "accounts"], said.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]));
        Assert.Equal(8, said.Said.Split(word).Length - 1);
    }

    [Theory]
    [InlineData("NeedsDays", "31")]
    [InlineData("ParticipantMonths", "0")]
    [InlineData("AccountYears", "6")]
    public void A_period_out_of_its_bounds_is_refused_at_the_start(string period, string value)
    {
        using var app = new SqliteHub().WithWebHostBuilder(hub => hub.UseSetting($"Retention:{period}", value));

        var refusal = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IOptions<RetentionOptions>>());

        Assert.Contains(period, refusal.Message, StringComparison.Ordinal);
    }
}
