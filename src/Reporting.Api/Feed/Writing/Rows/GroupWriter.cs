using System.Text;
using System.Text.Json;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing.Rows;

/// <summary>Writes the current row as a group of rows: what is reached by a navigation stands in an object of its own.</summary>
internal sealed class GroupWriter
{
    private readonly RowValues _values;
    private readonly JsonFormat _format;
    private readonly ScalarWriter _scalars;
    private readonly byte[] _start;
    private readonly Field[] _fields;

    /// <param name="values">The row.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="groups">The set that the rows are groups of, which no URL designates.</param>
    public GroupWriter(RowValues values, IReadOnlyList<FeedColumn> columns, JsonFormat format, FeedSet groups)
        : this(values, PropertyTree.Of(columns), format, groups)
    {
    }

    private GroupWriter(RowValues values, IReadOnlyList<PropertyTree> properties, JsonFormat format, FeedSet groups)
    {
        _values = values;
        _format = format;
        _scalars = new(values, format);
        _start = Encoding.UTF8.GetBytes(Start(groups, format.Metadata));
        _fields = [.. properties.Select(property => new Field(
            property,
            Encoding.UTF8.GetBytes(Name(property)),
            Encoding.UTF8.GetBytes(Type(property, format.Metadata) + Name(property)),
            property.Column is null ? new(values, property.Parts, format, FeedRelations.Navigation(groups, property.Name).Target) : null))];
    }

    public void Write(RowBuffer output)
    {
        var start = output.Length;
        output.Add(_start);
        foreach (var (property, name, typedName, part) in _fields)
        {
            if (part is not null)
            {
                output.Add(name);
                part.Write(output);
                continue;
            }

            if (property.Column!.Nullable && _values.IsNull(property.Ordinal))
            {
                WriteNull(name, output);
                continue;
            }

            output.Add(typedName);
            _scalars.Write(property.Column, property.Ordinal, output);
        }

        if (output.Length == start)
        {
            output.Add((byte)'{');
        }

        output[start] = (byte)'{'; // in the place of the comma
        output.Add((byte)'}');
    }

    private void WriteNull(byte[] name, RowBuffer output)
    {
        if (!_format.OmitNulls)
        {
            output.Add(name);
            output.Add("null"u8);
        }
    }

    private static string Start(FeedSet groups, MetadataLevel level) => level switch
    {
        MetadataLevel.None => "",
        MetadataLevel.Minimal => ",\"@odata.id\":null",
        MetadataLevel.Full => $",\"@odata.type\":\"#{FeedModel.Namespace}.{groups.Entity}\",\"@odata.id\":null",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    private static string Name(PropertyTree property) => $",\"{JsonEncodedText.Encode(property.Name)}\":";

    private static string Type(PropertyTree property, MetadataLevel level) => (level, property.Column) switch
    {
        (MetadataLevel.Minimal, { Annotation: { } type }) => $",\"{JsonEncodedText.Encode(property.Name)}@odata.type\":\"{type}\"",
        (MetadataLevel.Full, { Type.IsToldByJson: false } column) => $",\"{JsonEncodedText.Encode(property.Name)}@odata.type\":\"#{column.Type.Kind}\"",
        _ => "",
    };

    private sealed record Field(PropertyTree Property, byte[] Name, byte[] TypedName, GroupWriter? Part);
}
