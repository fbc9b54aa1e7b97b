using Hub.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>What a password is compared with when there is nothing to compare, so that the answer takes as long.</summary>
public sealed class NobodysPassword(IOptions<PasswordHasherOptions> options)
{
    private readonly PasswordHasher<Account> hasher = new(options);
    private readonly Lazy<string> hash = new(() => new PasswordHasher<Account>(options).HashPassword(new Account(), Guid.NewGuid().ToString()));

    public void Compare(string password) => hasher.VerifyHashedPassword(new Account(), hash.Value, password);
}
