namespace Hub.Web.Accounts;

/// <summary>Section « Accounts » of the settings.</summary>
public sealed class AccountOptions
{
    /// <summary>Whether a password alone opens no more than the page where one adds a passkey or an authenticator app.</summary>
    public bool RequireSecondFactor { get; set; } = true;
}
