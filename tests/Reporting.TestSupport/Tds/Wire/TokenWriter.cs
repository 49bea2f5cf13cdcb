using Reporting.TestSupport.Tds.Sql;

namespace Reporting.TestSupport.Tds.Wire;

/// <summary>Writes an answer, token by token.</summary>
internal sealed class TokenWriter(PacketStream packets)
{
    public const int InsertCommand = 0xC3;
    public const int SelectCommand = 0xC1;
    public const int DeleteCommand = 0xC4;
    public const int UpdateCommand = 0xC5;

    private const int FlushAt = 32 * 1024;
    private const int More = 0x01;
    private const int Failed = 0x02;
    private const int Counted = 0x10;
    private const int AttentionAcknowledged = 0x20;

    private readonly MessageWriter _writer = new();

    private (byte Token, int Status, int Command, long Rows)? _done;

    /// <summary>The bare payload, for the answer that has no tokens.</summary>
    public MessageWriter Raw => _writer;

    public void LoginAccepted(string program)
    {
        Begin(0xAD);
        _writer.UInt16(10 + (2 * program.Length));
        _writer.Bytes([1, 0x74, 0, 0, 4]);
        _writer.ShortText(program);
        _writer.Bytes([0, 1, 0, 0]);
    }

    public void TextChanged(EnvironmentChange change, string now, string before)
    {
        Begin(0xE3);
        _writer.UInt16(3 + (2 * now.Length) + (2 * before.Length));
        _writer.Byte((byte)change);
        _writer.ShortText(now);
        _writer.ShortText(before);
    }

    public void BytesChanged(EnvironmentChange change, ReadOnlySpan<byte> now, ReadOnlySpan<byte> before)
    {
        Begin(0xE3);
        _writer.UInt16(3 + now.Length + before.Length);
        _writer.Byte((byte)change);
        _writer.Byte((byte)now.Length);
        _writer.Bytes(now);
        _writer.Byte((byte)before.Length);
        _writer.Bytes(before);
    }

    public void Columns(IReadOnlyList<(string Name, SqlType Type)> columns)
    {
        Begin(0x81);
        _writer.UInt16(columns.Count);
        foreach (var (name, type) in columns)
        {
            _writer.Int32(0);
            _writer.UInt16(0x09); // may be null, may be written
            TypeWriter.WriteType(_writer, type);
            _writer.ShortText(name);
        }
    }

    public void Row() => Begin(0xD1);

    public void Value(SqlType type, object? value) => TypeWriter.WriteValue(_writer, type, value);

    public void Error(TdsError error)
    {
        Begin(0xAA);
        const string server = TdsStandIn.Name;
        _writer.UInt16(14 + (2 * error.Message.Length) + (2 * server.Length));
        _writer.Int32(error.Number);
        _writer.Bytes([error.State, error.Severity]);
        _writer.LongText(error.Message);
        _writer.ShortText(server);
        _writer.ShortText("");
        _writer.Int32(1);
        _failed = true;
    }

    private bool _failed;

    public void ReturnStatus(int status)
    {
        Begin(0x79);
        _writer.Int32(status);
    }

    /// <summary>Ends a statement, with the number of rows that it touched if it counts them.</summary>
    public void Done(DoneToken token, int command = 0, long? rows = null)
    {
        Begin(null);
        _done = ((byte)token, (_failed ? Failed : 0) | (rows is null ? 0 : Counted), command, rows ?? 0);
        _failed = false;
    }

    public bool IsFull => _writer.Length > FlushAt;

    public Task FlushAsync(CancellationToken cancel) => packets.WriteAsync(_writer, end: false, cancel);

    public async Task EndAsync(CancellationToken cancel)
    {
        WriteDone(more: 0);
        await packets.WriteAsync(_writer, end: true, cancel);
    }

    /// <summary>Ends what was being answered, or nothing, as the client told the server to stop.</summary>
    public async Task AcknowledgeAttentionAsync(CancellationToken cancel)
    {
        WriteDone(More);
        _done = ((byte)DoneToken.Batch, AttentionAcknowledged, 0, 0);
        _failed = false;
        await EndAsync(cancel);
    }

    private void Begin(byte? token)
    {
        WriteDone(More);
        if (token is { } code)
        {
            _writer.Byte(code);
        }
    }

    private void WriteDone(int more)
    {
        if (_done is { } done)
        {
            _writer.Byte(done.Token);
            _writer.UInt16(done.Status | more);
            _writer.UInt16(done.Command);
            _writer.Int64(done.Rows);
            _done = null;
        }
    }
}

internal enum DoneToken : byte
{
    Batch = 0xFD,
    Procedure = 0xFE,
    InProcedure = 0xFF,
}

internal enum EnvironmentChange : byte
{
    Database = 1,
    PacketSize = 4,
    Collation = 7,
    BeginTransaction = 8,
    CommitTransaction = 9,
    RollbackTransaction = 10,
    ResetAcknowledged = 18,
}
