using Reporting.Domain.Participations.Records;

namespace Reporting.Domain.Participations.Reading;

/// <summary>What the first line of a CSV source says of its fields.</summary>
/// <param name="Separator">A comma or a semicolon.</param>
/// <param name="Names">The names, in the order of the fields.</param>
internal sealed record CsvHeader(byte Separator, IReadOnlyList<string> Names)
{
    /// <summary>Most columns of a source.</summary>
    public const int MaximumColumns = 1000;

    /// <summary>What each field is, or null when it is not read.</summary>
    public ParticipationColumn?[] Columns { get; } = [.. Names.Select(ParticipationColumns.Find)];

    /// <summary>The place of each column among the fields, or -1.</summary>
    public int[] FieldOf { get; } =
        [.. Enum.GetValues<ParticipationColumn>().Select(column => Names.ToList().IndexOf(column.ToName()))];

    /// <summary>Whether field n is column n, for every column.</summary>
    public bool IsInOrder { get; } =
        Names.SequenceEqual(Enum.GetValues<ParticipationColumn>().Select(ParticipationColumns.ToName));

    /// <summary>The first field of those at the end that hold the columns from <c>modalite</c> on, all that are there and no other; or -1.</summary>
    public int CodesFrom { get; } = FirstOfCodes([.. Names.Select(name => ParticipationColumns.Find(name) >= ParticipationColumn.Modality)]);

    public IEnumerable<string> Unknown => Names.Where((_, place) => Columns[place] is null);

    /// <summary>What keeps the header from being used, in French, or null.</summary>
    public string? Fault()
    {
        if (Names.Count > MaximumColumns)
        {
            return $"L'en-tête compte {Names.Count} colonnes ; {MaximumColumns} au plus sont admises.";
        }

        var missing = ParticipationColumns.Required.Where(column => !Columns.Contains(column)).Select(ParticipationColumns.ToName).ToList();
        var repeated = Columns.OfType<ParticipationColumn>().GroupBy(column => column).Where(same => same.Count() > 1)
            .Select(same => same.Key.ToName()).ToList();
        return missing.Count > 0
            ? $"L'en-tête ne nomme pas {string.Join(", ", missing)}. Les colonnes sont séparées par des virgules ou des points-virgules."
            : repeated.Count > 0 ? $"L'en-tête nomme deux fois {string.Join(", ", repeated)}."
            : null;
    }

    private static int FirstOfCodes(ReadOnlySpan<bool> areCodes)
    {
        var first = areCodes.IndexOf(true);
        return first < 0 || areCodes[first..].Contains(false) ? -1 : first;
    }
}
