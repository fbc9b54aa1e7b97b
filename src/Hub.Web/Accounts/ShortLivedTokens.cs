using Hub.Core.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hub.Web.Accounts;

/// <summary>Tokens of links that anybody can ask for: they die within the hour (ASVS 5.0, 6.4.1).</summary>
public sealed class ShortLivedTokens(IDataProtectionProvider protection, ILogger<DataProtectorTokenProvider<Account>> logger)
    : DataProtectorTokenProvider<Account>(protection, new OptionsWrapper<DataProtectionTokenProviderOptions>(new() { Name = Name, TokenLifespan = Lifespan }), logger)
{
    public new const string Name = "short-lived";

    public static readonly TimeSpan Lifespan = TimeSpan.FromHours(1);
}
