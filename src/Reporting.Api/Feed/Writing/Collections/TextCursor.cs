using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>How far a text of rows is sent, and what is read for the gaps in it that come next.</summary>
internal sealed class TextCursor(RowText text)
{
    private readonly Dictionary<ExpandedCollection, (TextCursor Rows, Queue<Filled> Gaps)> _fillings = new(ReferenceEqualityComparer.Instance);
    private int _at;
    private int _gap;

    /// <summary>The next gap before a place in the text; null when there is none.</summary>
    public Gap? GapBefore(int end) => _gap < text.Gaps.Count && text.Gaps[_gap].At < end ? text.Gaps[_gap] : null;

    /// <summary>What comes next, up to a place in the text.</summary>
    public ReadOnlyMemory<byte> UpTo(int end)
    {
        var part = text.Buffer.Written[_at..end];
        _at = end;
        return part;
    }

    /// <summary>What fills the next gap, which is then behind.</summary>
    public async Task<(TextCursor Rows, Filled Gap)> FillAsync(CollectionReader reader, CancellationToken cancel)
    {
        var of = text.Gaps[_gap].Of;
        if (!_fillings.TryGetValue(of, out var filling) || filling.Gaps.Count == 0)
        {
            var following = text.Gaps.Skip(_gap).Where(gap => ReferenceEquals(gap.Of, of)).Take(CollectionReader.Gaps).ToList();
            var read = await reader.ReadAsync(of, following, cancel);
            _fillings[of] = filling = (new(read.Rows), new(read.Gaps));
        }

        _gap++;
        return (filling.Rows, filling.Gaps.Dequeue());
    }
}
