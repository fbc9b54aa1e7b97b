namespace Hub.Core.Privacy;

/// <summary>Names of the promises about what people ask of their data.</summary>
public static class PrivacyMailKinds
{
    /// <summary>The subject is what is left of a registration, or of an account.</summary>
    public const string Erased = "data-erased";
}

/// <summary>Nothing else knows the address any more; it goes as the mail leaves.</summary>
/// <param name="Language">BCP 47 tag.</param>
public sealed record ErasedDetails(string Address, string Language, bool WithAccount);

/// <summary>The last mail to somebody.</summary>
/// <param name="WithAccount">Their account is gone too.</param>
public sealed record DataErasedMail(bool WithAccount);
