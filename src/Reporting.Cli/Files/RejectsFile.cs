using System.Text;
using Reporting.Domain.Participations;

namespace Reporting.Cli.Files;

/// <summary>The rejected records as a table that a spreadsheet opens: where each one is and why, never what it says.</summary>
internal sealed class RejectsFile : IDisposable
{
    private readonly OutputFile _file;
    private readonly StreamWriter _writer;

    private RejectsFile(OutputFile file)
    {
        _file = file;
        _writer = new StreamWriter(file.Content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        _writer.Write("fichier;ligne;colonne;motif;message\r\n");
    }

    public static RejectsFile? Open(string? path, bool overwrite) =>
        OutputFile.Open(path, overwrite) is { } file ? new(file) : null;

    public void Add(RejectedRecord record) =>
        _writer.Write($"{Quoted(record.Source)};{record.Line};{record.Column};{record.Reason.ToCode()};{Quoted(record.Reason.ToFrench())}\r\n");

    public void Commit()
    {
        _writer.Flush();
        _file.Commit();
    }

    public void Dispose() => _file.Dispose();

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"")}\"";
}
