using System.Diagnostics;
using Reporting.ForeignClients.Tests.Npm;

namespace Reporting.ForeignClients.Tests.Browser;

/// <summary>Opens pages in a browser without a window.</summary>
internal static class Chromium
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string? _program = (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in _names
        select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Why no page can be opened here; null when it can.</summary>
    public static string? Missing => _program is null ? "Chromium is not on this machine." : NpmFolder.Missing;

    /// <param name="page">The page, which may read from other sites.</param>
    /// <param name="profile">An empty folder for the browser to keep its own things in.</param>
    public static Process Open(Uri page, string profile) => Process.Start(new ProcessStartInfo(
        _program!,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-web-security", $"--user-data-dir={profile}", page.AbsoluteUri,
        ])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;
}
