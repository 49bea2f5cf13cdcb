using System.Text.RegularExpressions;
using Reporting.Api.Tests.Hosting;

namespace Reporting.Api.Tests.Security;

/// <summary>The table of the README that names a test for each of OWASP's risks.</summary>
public sealed partial class SecurityTableTests
{
    private static readonly string[] _lines = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Each_of_the_ten_risks_has_its_line() => Assert.Equal(
        Enumerable.Range(1, 10).Select(number => $"API{number}"), Rows.Select(row => row.Split(' ')[1]));

    [Fact]
    public void Each_line_names_tests_that_are_there()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(Path.GetFileNameWithoutExtension, File.ReadAllText);
        Assert.All(Rows, row => Assert.NotEmpty(Named().Matches(row)));
        Assert.All(
            Rows.SelectMany(row => Named().Matches(row)),
            name => Assert.Contains(sources[name.Groups[1].Value], source => IsTest(source, name.Groups[2].Value)));
    }

    private static IEnumerable<string> Rows => _lines.Where(line => line.StartsWith("| API", StringComparison.Ordinal));

    private static bool IsTest(string source, string method) =>
        Regex.IsMatch(source, $@"\[(Fact|Theory|OnEveryEngine)[^;{{]*public (async )?(Task|void) {Regex.Escape(method)}\(");

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Named();
}
