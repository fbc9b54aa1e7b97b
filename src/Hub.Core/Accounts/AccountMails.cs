namespace Hub.Core.Accounts;

/// <summary>Names of the promises about accounts.</summary>
public static class AccountMailKinds
{
    /// <summary>The subject is the account.</summary>
    public const string NewPassword = "new-password";

    /// <summary>To the address an account is to leave. The subject is the account; the version, when it was asked for.</summary>
    public const string LeaveAddress = "leave-address";

    /// <summary>To the address an account is to take; as above.</summary>
    public const string TakeAddress = "take-address";
}

/// <summary>Somebody asked for a link to choose another password.</summary>
public sealed record NewPasswordMail(Uri Link);

/// <summary>An account is to pass from one address to another, and the reader's mailbox must say yes.</summary>
/// <param name="Takes">The reader's address is the new one.</param>
public sealed record AddressChangeMail(string OldAddress, string NewAddress, bool Takes, Uri Link);
