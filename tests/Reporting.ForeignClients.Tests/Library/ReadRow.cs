using Microsoft.OData;

namespace Reporting.ForeignClients.Tests.Library;

/// <summary>A row as the library reads it, with what is given within it by the name of its navigation property.</summary>
internal sealed record ReadRow(ODataResource Row)
{
    public Dictionary<string, ReadSet> Within { get; } = [];

    public override string ToString() => string.Join(
        ';', Row.Properties.Select(property => FormattableString.Invariant($"{property.Name}={property.Value}")));
}

/// <summary>Rows with what is told of all of them; a single row within another is told nothing of.</summary>
internal sealed class ReadSet
{
    public ODataResourceSet? Told { get; set; }

    public List<ReadRow> Rows { get; } = [];

    public static ReadSet Of(ODataReader reader)
    {
        var all = new ReadSet();
        var open = new Stack<(ReadSet Set, ReadRow? Row)>([(all, null)]);
        while (reader.Read())
        {
            switch (reader.State)
            {
                case ODataReaderState.ResourceStart when reader.Item is ODataResource row:
                    open.Push((open.Peek().Set, new(row)));
                    break;
                case ODataReaderState.ResourceEnd when reader.Item is not null:
                    var (set, read) = open.Pop();
                    set.Rows.Add(read!);
                    break;
                case ODataReaderState.NestedResourceInfoStart:
                    open.Push((new(), open.Peek().Row));
                    break;
                case ODataReaderState.NestedResourceInfoEnd:
                    var (within, parent) = open.Pop();
                    parent!.Within[((ODataNestedResourceInfo)reader.Item!).Name] = within;
                    break;
                case ODataReaderState.ResourceSetEnd:
                    open.Peek().Set.Told = (ODataResourceSet)reader.Item!;
                    break;
            }
        }

        return all;
    }
}
