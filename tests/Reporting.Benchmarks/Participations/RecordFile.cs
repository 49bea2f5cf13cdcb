using System.Text;

namespace Reporting.Benchmarks.Participations;

/// <summary>Writes generated records to files, once: CSV, or NDJSON with numbers and nulls.</summary>
internal static class RecordFile
{
    public static string Csv(string folder, int records) => Write(folder, records, "csv", WriteCsv);

    public static string Ndjson(string folder, int records) => Write(folder, records, "ndjson", WriteNdjson);

    private static string Write(string folder, int records, string extension, Action<StreamWriter, int> write)
    {
        var path = Path.Combine(folder, $"participations-{records}.{extension}");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            using (var writer = new StreamWriter(path + ".partial", append: false, new UTF8Encoding(false), 1 << 20))
            {
                write(writer, records);
            }

            File.Move(path + ".partial", path);
        }

        return path;
    }

    private static void WriteCsv(StreamWriter writer, int records)
    {
        writer.Write(string.Join(',', GeneratedRecords.Columns) + "\n");
        var generated = new GeneratedRecords();
        for (var record = 0; record < records; record++)
        {
            var separator = "";
            foreach (var value in generated.Next())
            {
                writer.Write(separator);
                writer.Write(value);
                separator = ",";
            }

            writer.Write('\n');
        }
    }

    private static void WriteNdjson(StreamWriter writer, int records)
    {
        var generated = new GeneratedRecords();
        for (var record = 0; record < records; record++)
        {
            var values = generated.Next();
            var separator = "{";
            for (var column = 0; column < values.Length; column++)
            {
                writer.Write(separator);
                writer.Write($"\"{GeneratedRecords.Columns[column]}\":");
                writer.Write(Value(GeneratedRecords.Columns[column], values[column]));
                separator = ",";
            }

            writer.Write("}\n");
        }
    }

    private static string Value(string column, string value) => value == "" ? "null"
        : column is "age" or "age_enfant" or "suite" or "pro_forme" or "demandeur_emploi" or "quantite" ? value
        : $"\"{value}\"";
}
