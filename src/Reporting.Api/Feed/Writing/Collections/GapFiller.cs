namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>Puts rows into the gaps that they belong to, one gap after the other.</summary>
/// <param name="most">How many rows a gap is given.</param>
/// <param name="counts">How many rows the collection of each gap has in all, where that is asked for.</param>
internal sealed class GapFiller(long most, long[]? counts)
{
    private readonly List<Filled> _filled = [];
    private int _start;
    private long _given;
    private bool _hasMore;

    public RowText Rows { get; } = new();

    /// <summary>How many rows are in gaps that are done.</summary>
    public long Written { get; private set; }

    public Filling Filling => new(Rows, _filled);

    /// <summary>Is done with the gaps before one.</summary>
    public void MoveTo(int place)
    {
        while (_filled.Count < place)
        {
            _filled.Add(new(Rows.Buffer.Length, _given, _hasMore, counts?[_filled.Count]));
            Written += _given;
            (_start, _given, _hasMore) = (Rows.Buffer.Length, 0, false);
        }
    }

    /// <summary>Adds a row to the gap; one too many tells that the collection goes on.</summary>
    public void Add(Action write)
    {
        if (_given == most)
        {
            _hasMore = true;
            return;
        }

        if (_given++ > 0)
        {
            Rows.Buffer.Add((byte)',');
        }

        write();
    }

    /// <summary>Takes the rows of the gap away again.</summary>
    public void Forget()
    {
        Rows.CutTo(_start);
        (_given, _hasMore) = (0, false);
    }

    /// <summary>Leaves the gap empty, and its collection to be read elsewhere.</summary>
    public void GiveUp()
    {
        _hasMore = true;
        MoveTo(_filled.Count + 1);
    }
}
