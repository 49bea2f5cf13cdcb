using Reporting.Store.Journal;

namespace Reporting.Store.Returns;

/// <summary>Keeps the comments on the lines of returns, each with the version that it is about.</summary>
public sealed class CommentStore(Database database)
{
    private static readonly Query OfReturn = new(
        """
        SELECT Id, Version, Indicator, At, Author, Role, Text
        FROM LineComment
        WHERE Year = @Year AND Territory = @Territory AND Version = COALESCE(@Version, Version)
        ORDER BY At, Id;
        """);

    private static readonly Query Add = new(
        """
        INSERT INTO LineComment (Id, Year, Territory, Version, Indicator, At, Author, Role, Text)
        VALUES (@Id, @Year, @Territory, @Version, @Indicator, @At, @Author, @Role, @Text);
        """);

    /// <summary>The comments on one version, or on all of them when none is named, the oldest first.</summary>
    public async Task<IReadOnlyList<LineComment>> OfAsync(
        int year, string territory, int? version, CancellationToken cancel) =>
    [
        .. (await database.QueryAsync<Row>(OfReturn, new { Year = year, Territory = territory, Version = version }, cancel))
            .Select(row => row.ToComment()),
    ];

    public Task AddAsync(int year, string territory, LineComment added, Act act, CancellationToken cancel) =>
        database.WriteAsync(
            act with { Version = added.Version },
            session => session.ExecuteAsync(Add, new
            {
                Id = added.Id.ToString("D"), Year = year, Territory = territory, added.Version, added.Indicator, added.At,
                added.Author, added.Role, added.Text,
            }),
            cancel);

    private sealed class Row
    {
        public required string Id { get; init; }

        public int Version { get; init; }

        public required string Indicator { get; init; }

        public DateTimeOffset At { get; init; }

        public required string Author { get; init; }

        public required string Role { get; init; }

        public required string Text { get; init; }

        public LineComment ToComment() => new(Guid.Parse(Id), Version, Indicator, At, Author, Role, Text);
    }
}
