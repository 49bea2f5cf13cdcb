namespace Reporting.Api.Hosting;

/// <summary>The folder <c>var/</c> under the content root, where an embedded service keeps what it writes.</summary>
internal sealed class DataFolder(IHostEnvironment environment)
{
    private readonly string _path = Path.Combine(environment.ContentRootPath, "var");

    public string PathOf(string file)
    {
        Directory.CreateDirectory(_path);
        return Path.Combine(_path, file);
    }
}
