namespace Hub.Web.Accounts;

/// <summary>What somebody sits at, in words they know themselves.</summary>
internal static class Device
{
    /// <summary>By what they say of themselves; who claims to be another comes after that other: Edge says Chrome, Chrome says Safari.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
        [("Firefox/", "Firefox"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <returns>Empty when nothing is recognised; never the header's own words.</returns>
    public static string NameOf(string userAgent) => string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.Where(n => n is not null));

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
