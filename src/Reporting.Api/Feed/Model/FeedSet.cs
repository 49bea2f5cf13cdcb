using Reporting.Api.Feed.Sql.Groups;
using Reporting.Store;

namespace Reporting.Api.Feed.Model;

/// <summary>One entity set: where its rows come from, and its columns, of which the first ones are the key.</summary>
internal sealed record FeedSet(
    string Name, string Entity, string Alias, FeedSource Source, string Description, int KeyLength, IReadOnlyList<FeedColumn> Columns)
{
    public IReadOnlyList<FeedColumn> Key { get; } = [.. Columns.Take(KeyLength)];

    /// <summary>What the rows are made of where they are groups of other rows; null for those of an entity set.</summary>
    public Grouping? Grouping { get; init; }

    /// <summary>The entity set that the rows come from.</summary>
    public FeedSet Root => Grouping?.Of.Root ?? this;

    /// <summary>Where a request reads the rows: as they stood at its instant, and those and what of them its audience may know.</summary>
    public SourceRows Rows(Reading reading, Engine engine) =>
        LimitedSource.For(this, SecrecySource.For(this, Source.For(reading), reading.Audience, engine), reading.Audience);

    public FeedColumn Column(string name) => Columns.Single(column => column.Name == name);

    public FeedColumn? Find(string? name) => Columns.FirstOrDefault(column => column.Name == name);
}
