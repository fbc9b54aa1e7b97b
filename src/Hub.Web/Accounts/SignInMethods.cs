namespace Hub.Web.Accounts;

/// <summary>What somebody proved at the door: values of the claim <c>amr</c> (RFC 8176, section 2).</summary>
internal static class SignInMethods
{
    public const string Claim = "amr";
    public const string Password = "pwd";

    /// <summary>A password, and the code of an app or one on paper.</summary>
    public const string PasswordAndCode = "mfa";

    /// <summary>RFC 8176 has no word for a passkey; a key in hardware or software comes nearest.</summary>
    public const string Passkey = "swk";
}
