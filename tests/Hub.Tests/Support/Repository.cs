namespace Hub.Tests.Support;

/// <summary>The files the tests stand among. (A caller's file path is no guide: a CI build rewrites it.)</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find(string folder) => System.IO.File.Exists(Path.Combine(folder, "Hub.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Hub.sln is not above the tests."));
}
