using System.Data.Common;
using Reporting.Store.Journal;

namespace Reporting.Store.Webhooks;

/// <summary>
/// Keeps the steps of deliveries. Whoever takes the next step of one must know the last: of two instances that take it,
/// the key lets one win.
/// </summary>
public sealed class DeliveryStore(Database database)
{
    private const string Table = "WebhookStep";

    // The deliveries of one return come in order: one waits until those before it are done with.
    private static readonly Query Due = new(
        """
        SELECT s.Webhook, w.Url, w.KeyName, s.Message, m.Kind AS Event, m.Territory, m.At, m.Year, m.Version, m.Sequence,
            s.Number, s.Kind, s.Attempt, s.At AS SteppedAt, s.DueAt, s.Status
        FROM WebhookStep s
        JOIN Webhook w ON w.Id = s.Webhook
        JOIN WebhookMessage m ON m.Id = s.Message
        WHERE s.DueAt <= @Now
          AND NOT EXISTS (SELECT 1 FROM WebhookStep n
                          WHERE n.Webhook = s.Webhook AND n.Message = s.Message AND n.Number > s.Number)
          AND NOT EXISTS (SELECT 1 FROM WebhookRevocation r WHERE r.Webhook = s.Webhook)
          AND NOT EXISTS (
              SELECT 1 FROM WebhookMessage p
              JOIN WebhookStep q ON q.Webhook = s.Webhook AND q.Message = p.Id
              WHERE p.Territory = m.Territory AND p.Year = m.Year
                AND (p.At < m.At OR (p.At = m.At AND p.Sequence < m.Sequence))
                AND q.DueAt IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM WebhookStep z
                                WHERE z.Webhook = q.Webhook AND z.Message = q.Message AND z.Number > q.Number))
        ORDER BY s.DueAt, s.Message;
        """);

    private static readonly Query OfWebhook = new(
        """
        SELECT s.Webhook, w.Url, w.KeyName, s.Message, m.Kind AS Event, m.Territory, m.At, m.Year, m.Version, m.Sequence,
            s.Number, s.Kind, s.Attempt, s.At AS SteppedAt, s.DueAt, s.Status
        FROM WebhookStep s
        JOIN Webhook w ON w.Id = s.Webhook
        JOIN WebhookMessage m ON m.Id = s.Message
        WHERE s.Webhook = @Webhook
          AND NOT EXISTS (SELECT 1 FROM WebhookStep n
                          WHERE n.Webhook = s.Webhook AND n.Message = s.Message AND n.Number > s.Number)
        ORDER BY m.At DESC, m.Sequence DESC;
        """);

    private static readonly Query Add = new(
        """
        INSERT INTO WebhookStep (Webhook, Message, Number, Kind, At, DueAt, Attempt, Status)
        VALUES (@Webhook, @Message, @Number, @Kind, @At, @DueAt, @Attempt, @Status);
        """);

    private static readonly Query AddMessage = new(
        """
        INSERT INTO WebhookMessage (Id, Territory, Year, Version, Sequence, Kind, At)
        VALUES (@Id, @Territory, NULL, NULL, 0, @Kind, @At);
        """);

    /// <summary>What can be delivered now, the longest due first.</summary>
    public async Task<IReadOnlyList<Delivery>> DueAsync(DateTimeOffset now, CancellationToken cancel) =>
        [.. (await database.QueryAsync<DeliveryRow>(Due, new { Now = now }, cancel)).Select(row => row.ToDelivery())];

    /// <summary>Every delivery of a webhook, the latest message first.</summary>
    public async Task<IReadOnlyList<Delivery>> OfWebhookAsync(Guid webhook, CancellationToken cancel) =>
    [
        .. (await database.QueryAsync<DeliveryRow>(OfWebhook, new { Webhook = webhook.ToString("D") }, cancel))
            .Select(row => row.ToDelivery()),
    ];

    /// <summary>Takes the next step of a delivery; false when somebody else took it first.</summary>
    public Task<bool> StepAsync(Delivery next, CancellationToken cancel) =>
        WinsAsync(() => database.TransactAsync([], session => InsertAsync(session, next), cancel));

    /// <summary>The same by somebody who asks for it, with an entry in the journal.</summary>
    public Task<bool> StepAsync(Delivery next, Act act, CancellationToken cancel) =>
        WinsAsync(() => database.WriteAsync(act, session => InsertAsync(session, next), cancel));

    /// <summary>Queues a message for one webhook alone, to try it.</summary>
    public Task TryAsync(Delivery queued, Act act, CancellationToken cancel) =>
        database.WriteAsync(
            act,
            async session =>
            {
                var message = queued.Message;
                await session.ExecuteAsync(AddMessage, new { Id = message.Id.ToString("D"), message.Territory, message.Kind, message.At });
                return await InsertAsync(session, queued);
            },
            cancel);

    private static async Task<bool> InsertAsync(Session session, Delivery step) =>
        await session.ExecuteAsync(Add, new
        {
            Webhook = step.Webhook.ToString("D"), Message = step.Message.Id.ToString("D"), step.Number,
            Kind = step.Step.ToCode(), At = step.SteppedAt, step.DueAt, step.Attempt, step.Status,
        }) == 1;

    private static async Task<bool> WinsAsync(Func<Task<bool>> write)
    {
        try
        {
            return await write();
        }
        catch (DbException error) when (Dialect.IsDuplicate(error, Table))
        {
            return false;
        }
    }
}
