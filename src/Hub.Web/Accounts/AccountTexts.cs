namespace Hub.Web.Accounts;

/// <summary>Words of the pages where people sign in.</summary>
public sealed class AccountTexts;
