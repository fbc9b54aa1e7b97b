using Hub.Core.Data;

namespace Hub.Web.Data;

public static class DataFolders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    extension(IServiceProvider services)
    {
        /// <summary>Absolute path that <c>Hub:DataFolder</c> names; nothing is made or changed.</summary>
        public string DataFolderPath => Path.GetFullPath(Path.Combine(
            services.GetRequiredService<IHostEnvironment>().ContentRootPath, services.GetRequiredService<IConfiguration>()["Hub:DataFolder"] ?? HubOptions.DefaultDataFolder));

        /// <summary>The same; made when missing, and nobody else's to read.</summary>
        public string DataFolder
        {
            get
            {
                var path = services.DataFolderPath;
                if (OperatingSystem.IsWindows())
                {
                    return Directory.CreateDirectory(path).FullName;
                }

                Directory.CreateDirectory(path, OwnerOnly);
                if (File.GetUnixFileMode(path) != OwnerOnly)
                {
                    File.SetUnixFileMode(path, OwnerOnly); // it stood there before, open to others
                }

                return path;
            }
        }
    }
}
