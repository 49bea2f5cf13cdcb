using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Reporting.Domain.Counting;
using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Reads sources that are wholly in memory.</summary>
internal sealed class PlainReading(CountingOptions options, Action<RejectedRecord>? onRejected)
{
    private readonly RecordChecks _checks = new(options.Year);
    private readonly KeyStore _keys = new();
    private readonly long[] _records = new long[Catalogue.Indicators.All.Count];
    private readonly List<RejectedRecord> _firstRejected = [];
    private readonly Dictionary<RejectionReason, long> _byReason = [];
    private readonly List<CountingWarning> _warnings = [];
    private readonly List<SourceReceipt> _sources = [];
    private readonly HashSet<int> _desks = [];
    private readonly HashSet<string> _posts = [];
    private RecordCategories _categories;

    public long Records { get; private set; }

    public long Rejected { get; private set; }

    public CountOutcome.Refused Refuse(RefusalReason reason, string? source, long? line, string message) =>
        new(reason, source, line, message, Receipt());

    public CountOutcome.Refused? Read(ParticipationSource source, byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (bytes.IsEmpty)
        {
            return Refuse(RefusalReason.Empty, source.Name, null, "La source est vide.");
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Refuse(RefusalReason.Encoding, source.Name, 1, "La source est en UTF-16 ; enregistrez-la en UTF-8.");
        }

        var (read, rejected) = (Records, Rejected);
        var format = source.Format
            ?? (bytes.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? ParticipationFormat.Ndjson : ParticipationFormat.Csv);
        var refused = format == ParticipationFormat.Csv ? ReadCsv(source.Name, bytes) : ReadJson(source.Name, bytes);
        if (Records == read)
        {
            _warnings.Add(new(WarningKind.NoRecord, source.Name, 1, null, "La source ne contient aucun enregistrement."));
        }

        _sources.Add(new(source.Name, format, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), Records - read, Rejected - rejected));
        return refused;
    }

    public CountOutcome Finish()
    {
        if (Records == 0)
        {
            return Refuse(RefusalReason.NoRecord, null, null, "Aucun enregistrement.");
        }

        if (Rejected > options.Tolerance * Records)
        {
            return Refuse(RefusalReason.TooManyRejected, null, null,
                $"{Rejected} enregistrements sur {Records} sont rejetés, plus que la tolérance de {Figures.ToFrench(100 * options.Tolerance)} %.");
        }

        var tally = _keys.Count();
        foreach (var desk in _desks)
        {
            tally.Group(new(desk)).OnlyMeetings = false;
        }

        return new CountOutcome.Counted(new(
            ReturnEmitter.Emit(options.Year, tally, _categories),
            NationalFigures.Of(tally, _records, _categories),
            Receipt()));
    }

    private CountReceipt Receipt() => new()
    {
        Year = options.Year,
        Read = Records,
        Rejected = Rejected,
        FirstRejected = [.. _firstRejected],
        RejectedByReason = new Dictionary<RejectionReason, long>(_byReason),
        Warnings = [.. _warnings],
        Sources = [.. _sources],
        RuleVersion = RuleRegister.Version,
    };

    private CountOutcome.Refused? ReadCsv(string source, ReadOnlySpan<byte> bytes)
    {
        var scratch = new byte[bytes.Length + 1];
        var first = bytes.IndexOf((byte)'\n') is var lineEnd and >= 0 ? bytes[..lineEnd] : bytes;
        var separator = first.Count((byte)';') > first.Count((byte)',') ? (byte)';' : (byte)',';
        var names = new List<string>();
        for (var isLast = false; !isLast;)
        {
            CsvSplitter.Next(ref bytes, separator, scratch, out var length, out isLast);
            names.Add(Encoding.UTF8.GetString(scratch, 0, length));
        }

        var header = new CsvHeader(separator, names);
        if (header.Fault() is { } fault)
        {
            return Refuse(RefusalReason.Header, source, 1, fault);
        }

        foreach (var unknown in header.Unknown)
        {
            WarnUnknown(source, 1, unknown);
        }

        Span<int> starts = stackalloc int[ParticipationColumns.Count];
        Span<int> lengths = stackalloc int[ParticipationColumns.Count];
        var fields = new RecordFields(starts, lengths);
        var line = 2L;
        while (!bytes.IsEmpty)
        {
            if (bytes[0] == '\n' || bytes.StartsWith("\r\n"u8))
            {
                bytes = bytes[(bytes[0] == '\n' ? 1 : 2)..];
                line++;
                continue;
            }

            var record = bytes;
            var used = 0;
            var place = 0;
            var isWhole = true;
            fields.Clear();
            for (var isLast = false; !isLast; place++)
            {
                isWhole &= CsvSplitter.Next(ref bytes, separator, scratch.AsSpan(used), out var length, out isLast);
                if (place < header.Columns.Length && header.Columns[place] is { } column)
                {
                    fields.Set(column, used, length);
                    used += length;
                }
            }

            record = record[..^bytes.Length];
            if (record.Length > ParticipationCounter.MaximumRecordBytes)
            {
                return Refuse(RefusalReason.RecordTooLong, source, line, "Enregistrement trop long : un guillemet n'est sans doute pas refermé.");
            }

            fields.Bytes = scratch.AsSpan(0, used);
            var reason = !isWhole ? RejectionReason.Quotes
                : Spoilt(record) ?? (place != header.Columns.Length ? RejectionReason.FieldCount : null);
            if (Take(source, line, reason, null, fields) is { } refused)
            {
                return refused;
            }

            line += record.Count((byte)'\n');
        }

        return null;
    }

    private CountOutcome.Refused? ReadJson(string source, ReadOnlySpan<byte> bytes)
    {
        Span<int> starts = stackalloc int[ParticipationColumns.Count];
        Span<int> lengths = stackalloc int[ParticipationColumns.Count];
        var scratch = new byte[ParticipationCounter.MaximumRecordBytes];
        var told = new HashSet<string>();
        for (var line = 1L; !bytes.IsEmpty; line++)
        {
            var end = bytes.IndexOf((byte)'\n');
            var record = (end < 0 ? bytes : bytes[..end]).Trim(" \t\r"u8);
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (record.IsEmpty)
            {
                continue;
            }

            if (record.Length > ParticipationCounter.MaximumRecordBytes)
            {
                return Refuse(RefusalReason.RecordTooLong, source, line, "Enregistrement trop long.");
            }

            var fields = new RecordFields(starts, lengths);
            var unknown = new HashSet<string>();
            ParticipationColumn? column = null;
            var reason = Spoilt(record) ?? JsonRecord.Read(record, scratch, ref fields, out column, unknown);
            foreach (var name in unknown.Where(told.Add))
            {
                WarnUnknown(source, line, name);
            }

            if (Take(source, line, reason, column, fields) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static RejectionReason? Spoilt(ReadOnlySpan<byte> record) =>
        record.Contains((byte)0) ? RejectionReason.Nul
        : !Utf8.IsValid(record) ? RejectionReason.Encoding
        : null;

    private CountOutcome.Refused? Take(
        string source, long line, RejectionReason? reason, ParticipationColumn? column, in RecordFields fields)
    {
        Records++;
        if (Records > options.MaximumRecords)
        {
            return Refuse(RefusalReason.TooManyRecords, source, line, $"Plus de {options.MaximumRecords} enregistrements.");
        }

        var record = default(ParticipationRecord);
        if (reason is null)
        {
            reason = RecordReader.Read(fields, out record, out var faulty);
            column = faulty;
        }

        if (reason is { } why)
        {
            var told = new RejectedRecord(source, line, column?.ToName(), why);
            Rejected++;
            _byReason[why] = _byReason.GetValueOrDefault(why) + 1;
            if (_firstRejected.Count < CountReceipt.ListedRejections)
            {
                _firstRejected.Add(told);
            }

            onRejected?.Invoke(told);
            return null;
        }

        _records[(int)record.Indicator]++;
        if (record.Indicator == CountedIndicator.Emp1
            || (record.Indicator == CountedIndicator.Tes2 && record.Funding == RecordFunding.Employment))
        {
            _categories |= record.Categories;
        }

        if (record.Indicator == CountedIndicator.Dro1 && record.Modality == RecordModality.Desk)
        {
            _desks.Add(RecordGroup.Of(record).Code);
        }

        if (record.Indicator == CountedIndicator.Dro4 && !_posts.Add(Canonical(fields)))
        {
            _warnings.Add(new(WarningKind.RepeatedPost, source, line, null, "Cet enregistrement DRO-4 en répète un autre ; les deux sont dans la somme."));
        }

        _keys.Add(record, fields, _checks.Check(record));
        return null;
    }

    private static string Canonical(in RecordFields fields)
    {
        var text = new StringBuilder();
        foreach (var column in Enum.GetValues<ParticipationColumn>())
        {
            text.Append(Encoding.UTF8.GetString(fields[column])).Append('\0');
        }

        return text.ToString();
    }

    private void WarnUnknown(string source, long line, string name) =>
        _warnings.Add(new(WarningKind.UnknownColumn, source, line, name, $"La colonne « {name} » n'est pas lue."));
}
