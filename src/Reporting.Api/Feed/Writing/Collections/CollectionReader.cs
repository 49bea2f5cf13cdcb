using System.Globalization;
using Reporting.Api.Feed.Requests;
using Reporting.Api.Feed.Sql;
using Reporting.Store;

namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>
/// Reads what belongs into gaps: a statement for several of them, so many rows at a time that no more than those are held,
/// and so many in one answer.
/// </summary>
/// <param name="state">The state of the store that the whole answer is of.</param>
/// <param name="engine">The engine.</param>
/// <param name="format">How rows are written.</param>
/// <param name="most">How many rows one gap is given.</param>
/// <param name="budget">How many rows all gaps together are given.</param>
internal sealed class CollectionReader(OpenState state, Engine engine, JsonFormat format, int most, long budget)
{
    /// <summary>How many gaps one statement is about.</summary>
    public const int Gaps = 100;

    private const int Held = 2000;

    private long _left = budget;

    /// <summary>Reads for the first of the gaps at least, and for as many as it can.</summary>
    public async Task<Filling> ReadAsync(ExpandedCollection of, IReadOnlyList<Gap> gaps, CancellationToken cancel)
    {
        List<IReadOnlyList<object>> keys = [.. gaps.Select(gap => gap.Key)];
        var counts = of.Query.Count || of.CountOnly ? await CountAsync(of, keys, cancel) : null;
        if (of.CountOnly || of.Query.Top is 0 || _left == 0)
        {
            return new(new(), [.. gaps.Select((_, place) => new Filled(0, 0, !of.CountOnly && of.Query.Top is not 0, counts?[place]))]);
        }

        var given = Math.Min(of.Query.Top ?? most, most);
        var take = of.Query.Top <= most ? given : given + 1;
        var limit = Math.Min(Math.Max(Held, take), _left) + 1;
        await using var stream = await state.StreamAsync(CollectionBuilder.Rows(of, keys, take, limit, engine).Prepare, cancel);
        var filler = new GapFiller(given, counts);
        var write = filler.Rows.Writer(stream.Rows, of.Query, format, engine, start: 1);
        for (var read = 1; await stream.Rows.ReadAsync(cancel); read++)
        {
            var place = stream.Rows.GetInt32(0);
            filler.MoveTo(place);
            if (read == limit)
            {
                return Cut(filler);
            }

            filler.Add(write);
        }

        filler.MoveTo(gaps.Count);
        _left -= filler.Written;
        return filler.Filling;
    }

    // Whatever is not whole is read once more with those after it; what alone is more than is left is left to its link.
    private Filling Cut(GapFiller filler)
    {
        filler.Forget();
        if (filler.Filling.Gaps.Count == 0)
        {
            filler.GiveUp();
            _left = 0;
        }

        _left -= filler.Written;
        return filler.Filling;
    }

    private async Task<long[]> CountAsync(ExpandedCollection of, IReadOnlyList<IReadOnlyList<object>> keys, CancellationToken cancel)
    {
        var counts = new long[keys.Count];
        await using var stream = await state.StreamAsync(CollectionBuilder.Counts(of, keys, engine).Prepare, cancel);
        while (await stream.Rows.ReadAsync(cancel))
        {
            counts[stream.Rows.GetInt32(0)] = Convert.ToInt64(stream.Rows.GetValue(1), CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
