using System.Diagnostics;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Transport;

public sealed class SwaggerPageTests
{
    [FactWithChromium]
    public async Task The_page_works_in_a_browser_and_violates_nothing_of_its_policy()
    {
        await using var service = new RunningService();
        using var client = await service.ClientAsync();
        var profile = Directory.CreateTempSubdirectory("reporting-chromium-");
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(FactWithChromiumAttribute.Browser!,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", $"--user-data-dir={profile.FullName}",
                "--virtual-time-budget=15000", "--dump-dom", new Uri(client.BaseAddress!, "/swagger/index.html").AbsoluteUri,
            ])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var log = browser.StandardError.ReadToEndAsync();
            var page = await browser.StandardOutput.ReadToEndAsync();
            await browser.WaitForExitAsync();

            Assert.Contains("/v1/remontees/", page, StringComparison.Ordinal);
            Assert.Contains("Se connecter comme", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Content Security Policy", await log, StringComparison.Ordinal);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}

/// <summary>A test in Chromium, where one is on the PATH.</summary>
internal sealed class FactWithChromiumAttribute : FactAttribute
{
    public FactWithChromiumAttribute() => Skip = Browser is null ? "There is no chromium on the PATH." : null;

    public static string? Browser { get; } =
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in new[] { "chromium", "chromium-browser", "google-chrome" }
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
