using System.Buffers;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Bytes on their way out, in an array that is used again, by other answers too, and grows only for a row that is longer.</summary>
internal sealed class RowBuffer(int capacity) : IBufferWriter<byte>
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public ref byte this[int at] => ref _bytes[at];

    public void Clear() => Length = 0;

    /// <summary>Forgets what follows the first bytes.</summary>
    public void CutTo(int length) => Length = length;

    /// <summary>Leaves the array to others; nothing may be written any more.</summary>
    public void Return()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Room for so many bytes at least; they count once <see cref="Advance"/> says how many they are.</summary>
    public Span<byte> Room(int size)
    {
        if (_bytes.Length - Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + size));
            Written.CopyTo(larger);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public Span<byte> GetSpan(int sizeHint = 0) => Room(Math.Max(sizeHint, 1));

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Room(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Adds a text that needs no escaping, between quotes.</summary>
    public void AddQuoted(ReadOnlySpan<byte> text)
    {
        var room = Room(text.Length + 2);
        room[text.Length + 1] = room[0] = (byte)'"';
        text.CopyTo(room[1..]);
        Length += text.Length + 2;
    }

    public void Add(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }
}
