using Hub.Core.Data;
using Microsoft.Extensions.Options;

namespace Hub.Web.Data;

public static class DataFolders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    extension(IServiceProvider services)
    {
        /// <summary>Absolute path of <c>Hub:DataFolder</c>; made when missing, and nobody else's to read.</summary>
        public string DataFolder
        {
            get
            {
                var root = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
                var path = Path.GetFullPath(Path.Combine(root, services.GetRequiredService<IOptions<HubOptions>>().Value.DataFolder));
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
