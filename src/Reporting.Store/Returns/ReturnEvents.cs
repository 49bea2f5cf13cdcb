using Reporting.Domain.Returns;

namespace Reporting.Store.Returns;

/// <summary>
/// Whatever happens to a return is an event numbered one above the last; the key of the events lets one writer win each
/// number, so no lock is held between reading a return and writing to it.
/// </summary>
internal static class ReturnEvents
{
    public const string VersionTable = "ReturnVersion";
    public const string EventTable = "ReturnEvent";

    private static readonly Query AddEvent = new(
        """
        INSERT INTO ReturnEvent (Year, Territory, Sequence, Version, State, At, Actor)
        VALUES (@Year, @Territory, @Sequence, @Version, @State, @At, @Actor);
        """);

    private static readonly Query AddReview = new(
        """
        INSERT INTO ReturnReview (Year, Territory, Sequence, Role, Comment, CorrectableUntil)
        VALUES (@Year, @Territory, @Sequence, @Role, @Comment, @CorrectableUntil);
        """);

    private static readonly Query AddRecount = new(
        """
        INSERT INTO ReturnRecount (Year, Territory, Version, RecountOf, Origin, Sequence, DepositedAt)
        VALUES (@Year, @Territory, @Version, @RecountOf, @Origin, @Sequence, @DepositedAt);
        """);

    public static async Task AddAsync(Session session, int year, string territory, ReturnEvent added)
    {
        await session.ExecuteAsync(AddEvent, new
        {
            Year = year, Territory = territory, added.Sequence, added.Version, State = added.State.ToCode(), added.At,
            added.Actor,
        });
        if (added.Review is { } review)
        {
            await session.ExecuteAsync(AddReview, new
            {
                Year = year, Territory = territory, added.Sequence, review.Role, review.Comment, review.CorrectableUntil,
            });
        }
    }

    public static Task AddRecountAsync(Session session, StoredReturn recount) =>
        session.ExecuteAsync(AddRecount, new
        {
            recount.Year, recount.Territory, recount.Version, recount.RecountOf, recount.Origin, recount.Sequence, recount.DepositedAt,
        });
}
