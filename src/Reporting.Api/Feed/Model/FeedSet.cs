using Reporting.Store;

namespace Reporting.Api.Feed.Model;

/// <summary>One entity set: where its rows come from, and its columns, of which the first ones are the key.</summary>
internal sealed record FeedSet(
    string Name, string Entity, string Alias, FeedSource Source, string Description, int KeyLength, IReadOnlyList<FeedColumn> Columns)
{
    public IReadOnlyList<FeedColumn> Key { get; } = [.. Columns.Take(KeyLength)];

    /// <summary>Where a request reads the rows: as they stood at its instant, and those and what of them its audience may know.</summary>
    public SourceRows Rows(Reading reading, Engine engine) =>
        LimitedSource.For(this, SecrecySource.For(this, Source.For(reading), reading.Audience, engine), reading.Audience);

    public FeedColumn Column(string name) => Columns.Single(column => column.Name == name);
}
