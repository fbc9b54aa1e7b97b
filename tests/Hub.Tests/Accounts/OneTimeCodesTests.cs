using Hub.Core.Accounts;

namespace Hub.Tests.Accounts;

/// <summary>The codes of authenticator apps (ASVS 5.0, 6.5.1 and 6.5.5).</summary>
public sealed class OneTimeCodesTests
{
    private static readonly byte[] Key = "12345678901234567890"u8.ToArray();

    private static readonly DateTime Now = new(2027, 1, 4, 9, 0, 10, DateTimeKind.Utc);

    /// <summary>RFC 6238, appendix B, of which apps show the last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCodes.CodeAt(Key, OneTimeCodes.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_code_is_taken_a_step_before_and_after_its_own_and_no_further(int seconds, bool isTaken) =>
        Assert.Equal(isTaken, OneTimeCodes.Match(Key, OneTimeCodes.CodeAt(Key, OneTimeCodes.StepAt(Now.AddSeconds(seconds))), Now, after: 0) is not null);

    [Fact]
    public void A_code_is_taken_once_and_none_before_it_any_more()
    {
        var (before, code) = (OneTimeCodes.CodeAt(Key, OneTimeCodes.StepAt(Now) - 1), OneTimeCodes.CodeAt(Key, OneTimeCodes.StepAt(Now)));

        var used = OneTimeCodes.Match(Key, code, Now, after: 0)!.Value;

        Assert.Null(OneTimeCodes.Match(Key, code, Now, used));
        Assert.Null(OneTimeCodes.Match(Key, before, Now, used));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("０８１８０４")]
    public void What_is_no_code_is_refused(string code) => Assert.Null(OneTimeCodes.Match(Key, code, DateTime.UnixEpoch.AddSeconds(59), after: 0));
}
