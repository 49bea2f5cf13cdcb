using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reporting.Domain.Tests.Generation;

namespace Reporting.Domain.Tests.Participations;

/// <summary>Rows as a file: its bytes, and the line on which each row starts.</summary>
internal sealed record WrittenRecords(
    string Name, byte[] Bytes, IReadOnlyList<int> Lines, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows)
{
    /// <summary>Writes rows in any of the ways that the specification accepts, drawn by the dice.</summary>
    public static WrittenRecords Write(string name, IReadOnlyList<Dictionary<string, string>> rows, Dice dice)
    {
        var text = new StringBuilder(dice.Chance(30) ? "\uFEFF" : "");
        var lines = dice.Chance(60) ? new CsvWriting(dice, text).Write(rows) : new NdjsonWriting(dice, text).Write(rows);
        return new(name, Encoding.UTF8.GetBytes(text.ToString()), lines, rows);
    }
}

/// <summary>A header and a record a line: separator, quotes, line ends, columns in any order, empty ones left out.</summary>
internal sealed class CsvWriting(Dice dice, StringBuilder text)
{
    private static readonly string[] Required = ["action", "indicateur", "personne", "date"];

    private readonly char _separator = dice.Pick(',', ';');
    private readonly int _quoted = dice.Pick(0, 0, 30, 100);
    private readonly string[] _lineEnds = dice.Pick<string[]>(["\n"], ["\r\n"], ["\n", "\r\n"]);
    private int _line = 1;

    public List<int> Write(IReadOnlyList<Dictionary<string, string>> rows)
    {
        var columns = dice.Shuffle(GeneratedParticipations.Columns
            .Where(column => Required.Contains(column) || rows.Any(row => row[column] != "") || dice.Chance(50))
            .Concat(dice.Chance(20) ? ["observation"] : []));
        WriteLine(columns);
        var lines = new List<int>();
        foreach (var (index, row) in rows.Index())
        {
            if (dice.Chance(3))
                EndLine();
            lines.Add(_line);
            WriteLine(columns.Select(column => row.GetValueOrDefault(column, "sans objet")), last: index == rows.Count - 1 && dice.Chance(30));
        }

        return lines;
    }

    private void WriteLine(IEnumerable<string> cells, bool last = false)
    {
        text.AppendJoin(_separator, cells.Select(Cell));
        _line += cells.Sum(cell => cell.Count(letter => letter == '\n'));
        if (!last)
            EndLine();
    }

    private void EndLine()
    {
        text.Append(dice.Pick(_lineEnds));
        _line++;
    }

    private string Cell(string cell) =>
        dice.Chance(_quoted) || cell.AsSpan().ContainsAny("\",;\r\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}

/// <summary>A JSON object a line: keys in any order, empty ones left out or null, figures as numbers or texts.</summary>
internal sealed partial class NdjsonWriting(Dice dice, StringBuilder text)
{
    private static readonly JsonSerializerOptions[] Escapings =
        [JsonSerializerOptions.Default, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }];

    private readonly bool _sameOrder = dice.Chance(60);
    private readonly int _spaced = dice.Pick(0, 100, 20);
    private readonly JsonSerializerOptions _escaping = dice.Pick(Escapings);

    public List<int> Write(IReadOnlyList<Dictionary<string, string>> rows)
    {
        var lines = new List<int>();
        var line = 1;
        var columns = dice.Shuffle(GeneratedParticipations.Columns);
        foreach (var (index, row) in rows.Index())
        {
            if (dice.Chance(3) && index > 0)
            {
                text.Append('\n');
                line++;
            }

            lines.Add(line++);
            var members = (_sameOrder ? columns : dice.Shuffle(columns))
                .Where(column => row[column] != "" || dice.Chance(20))
                .Select(column => $"{Spaced(Json(column))}:{Spaced(Value(column, row[column]))}")
                .Concat(dice.Chance(5) ? ["\"observation\":\"sans objet\""] : []);
            text.Append('{').AppendJoin(',', members).Append('}');
            if (index < rows.Count - 1 || dice.Chance(70))
                text.Append(dice.Chance(50) ? "\n" : "\r\n");
        }

        return lines;
    }

    private string Value(string column, string cell) =>
        cell == "" && dice.Chance(50) ? "null"
        : column is "age" or "age_enfant" or "suite" or "pro_forme" or "demandeur_emploi" or "quantite" && Number().IsMatch(cell) && dice.Chance(50) ? cell
        : Json(cell);

    private string Json(string cell) => JsonSerializer.Serialize(cell, _escaping);

    private string Spaced(string json) => dice.Chance(_spaced) ? $" {json} " : json;

    [GeneratedRegex(@"^(0|[1-9][0-9]*)(\.[0-9]+)?$")]
    private static partial Regex Number();
}
