using System.Security.Cryptography;

namespace Reporting.Api.Hosting;

/// <summary>A random key that Development keeps beside its data, for its owner's eyes alone.</summary>
internal static class KeyFile
{
    public static byte[] ReadOrMake(string path, int bytes)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            var key = RandomNumberGenerator.GetBytes(bytes);
            file.Write(key);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }
    }
}
