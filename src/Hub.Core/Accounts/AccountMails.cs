namespace Hub.Core.Accounts;

/// <summary>Names of the promises about accounts.</summary>
public static class AccountMailKinds
{
    /// <summary>The subject is the account.</summary>
    public const string NewPassword = "new-password";
}

/// <summary>Somebody asked for a link to choose another password.</summary>
public sealed record NewPasswordMail(Uri Link);
