using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Reporting.Cli.Conformance;

/// <summary>The result of a run, for a machine: JSON, or JUnit's XML, which CI servers show.</summary>
internal static class ReportFile
{
    public static bool IsKnown(string path) => Path.GetExtension(path) is ".json" or ".xml";

    public static void Write(string path, string suite, IReadOnlyList<CaseResult> results)
    {
        try
        {
            using var file = File.Create(path);
            if (Path.GetExtension(path) is ".xml")
                WriteJUnit(file, suite, results);
            else
                WriteJson(file, suite, results);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure.Usage($"{path} : écriture impossible ({e.Message}).");
        }
    }

    private static void WriteJson(Stream file, string suite, IReadOnlyList<CaseResult> results)
    {
        using var json = new Utf8JsonWriter(file, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("epreuve", suite);
        json.WriteBoolean("conforme", results.All(result => result.Verdict is Verdict.Passed));
        json.WriteStartArray("cas");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("cas", result.Id);
            json.WriteString("resultat", result.VerdictText);
            json.WriteString("prouve", result.Proves);
            json.WriteString("attendu", result.Expected);
            json.WriteString("obtenu", result.Got);
            json.WriteNumber("millisecondes", (long)result.Took.TotalMilliseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteJUnit(Stream file, string suite, IReadOnlyList<CaseResult> results)
    {
        using var xml = XmlWriter.Create(file, new() { Indent = true });
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite);
        xml.WriteAttributeString("tests", Number(results.Count));
        xml.WriteAttributeString("failures", Number(results.Count(result => result.Verdict is Verdict.Failed)));
        xml.WriteAttributeString("skipped", Number(results.Count(result => result.Verdict is Verdict.Skipped)));
        foreach (var result in results)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", suite);
            xml.WriteAttributeString("name", $"{result.Id} : {result.Proves}");
            xml.WriteAttributeString("time", result.Took.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
            if (result.Verdict is Verdict.Failed)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("message", $"attendu : {result.Expected} ; obtenu : {result.Got}");
                xml.WriteEndElement();
            }
            else if (result.Verdict is Verdict.Skipped)
            {
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", result.Got);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
