using Hub.Core.Accounts;
using Hub.Tests.Support;
using Hub.Web.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Hub.Tests.Accounts;

/// <summary>Which passwords are good (ASVS 5.0, 6.2.1 to 6.2.12): long ones, of any kind, that nobody tries first.</summary>
public sealed class PasswordRulesTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private static readonly Account Owner = new() { Email = "maelle.kerbrat@mairie.example", UserName = "maelle.kerbrat@mairie.example" };

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("pluie lente sur ardoise")]
    [InlineData("ÉTÉ comme hiver on rame")]
    [InlineData("🚲 velo orange en pente")]
    [InlineData("xkvqzpwtnlrm")]
    [InlineData("x4#k&!9)w@%L~^")]
    public async Task Length_is_enough(string password) => Assert.Null(await RefusalAsync(password));

    [Fact]
    public async Task The_longest_has_128_characters()
    {
        var password = string.Concat(Enumerable.Range(0, 32).Select(n => $"mot{(char)('a' + (n * 7 % 26))}"));
        Assert.Null(await RefusalAsync(password));
        Assert.Equal("PasswordTooLong", await RefusalAsync(password + "x"));
    }

    [Theory]
    [InlineData("ardoise vel", "PasswordTooShort")]
    [InlineData("Azertyuiop123!", "PasswordGuessable")]
    [InlineData("P@ssw0rdP@ssw0rd", "PasswordGuessable")]
    [InlineData("MotDePasse2027!", "PasswordGuessable")]
    [InlineData("Hub-2027-Hub-2027", "PasswordGuessable")]
    [InlineData("aaaaaaaaaaaaaaaa", "PasswordGuessable")]
    [InlineData("1234567890123456", "PasswordGuessable")]
    [InlineData("abcabcabcabcabc", "PasswordGuessable")]
    [InlineData("maelle.kerbrat1", "PasswordGuessable")]
    [InlineData("Kerbrat-Maëlle-56", "PasswordGuessable")]
    [InlineData("1qaz2wsx3edc", "PasswordGuessable")]
    [InlineData("franceservices", "PasswordGuessable")]
    [InlineData("conseillernumerique", "PasswordGuessable")]
    [InlineData("Rencontres2026", "PasswordGuessable")]
    [InlineData("Toulouse2026!", "PasswordGuessable")]
    [InlineData("ardoisardois", "PasswordGuessable")]
    public async Task What_others_would_try_first_is_refused(string password, string refusal) => Assert.Equal(refusal, await RefusalAsync(password));

    [Fact]
    public async Task Every_character_counts_to_the_last()
    {
        var password = string.Concat(Enumerable.Range(0, 30).Select(n => $"{(char)('a' + (n * 11 % 26))}u{(char)('a' + (n * 5 % 26))} "));
        var account = await AddAsync(password);

        Assert.True(await app.AskAsync<UserManager<Account>, bool>(a => a.CheckPasswordAsync(account, password)));
        Assert.False(await app.AskAsync<UserManager<Account>, bool>(a => a.CheckPasswordAsync(account, password[..^1] + "_")));
        Assert.False(await app.AskAsync<UserManager<Account>, bool>(a => a.CheckPasswordAsync(account, password.Trim())));
    }

    [Fact]
    public async Task A_password_is_stored_dearly_and_an_older_hash_is_made_anew_at_the_door()
    {
        var account = await AddAsync(Organisers.Password);
        Assert.Equal(AccountsSetup.HashIterations, Iterations(account.PasswordHash!));

        var old = new PasswordHasher<Account>().HashPassword(account, Organisers.Password);
        await app.DoAsync<UserManager<Account>>(async a =>
        {
            var known = (await a.FindByIdAsync(account.Id.ToString()))!;
            known.PasswordHash = old;
            await a.UpdateAsync(known);
        });
        Assert.Equal(100_000, Iterations(old));
        using var browser = await app.SignInAsync(account.Email!);

        var stored = await app.ReadAsync(db => db.Users.FindAsync(account.Id).AsTask());
        Assert.Equal(AccountsSetup.HashIterations, Iterations(stored!.PasswordHash!));
    }

    /// <summary>Identity's third format: a mark, the hash function (2: SHA-512), then the iterations, big-endian.</summary>
    private static int Iterations(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        Assert.Equal((1, 2), (bytes[0], System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1))));
        return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5));
    }

    private async Task<Account> AddAsync(string password)
    {
        Account account = new() { UserName = $"{Guid.NewGuid():N}@exemple.example", Email = $"{Guid.NewGuid():N}@exemple.example" };
        account.UserName = account.Email;
        Assert.True((await app.AskAsync<UserManager<Account>, IdentityResult>(a => a.CreateAsync(account, password))).Succeeded);
        return account;
    }

    private static async Task<string?> RefusalAsync(string password) => (await new PasswordRules().ValidateAsync(null!, Owner, password)).Errors.FirstOrDefault()?.Code;
}
