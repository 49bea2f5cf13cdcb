namespace Reporting.Store.Webhooks;

/// <summary>Writes what there is to tell in the transaction of the event itself: no event without its message.</summary>
internal static class Outbox
{
    private static readonly Query AddMessage = new(
        """
        INSERT INTO WebhookMessage (Id, Territory, Year, Version, Sequence, Kind, At)
        SELECT @Id, @Territory, @Year, @Version, @Sequence, @Kind, @At
        WHERE EXISTS (
            SELECT 1 FROM Webhook w
            WHERE w.Territory = @Territory AND NOT EXISTS (SELECT 1 FROM WebhookRevocation r WHERE r.Webhook = w.Id));
        """);

    private static readonly Query QueueForEach = new(
        """
        INSERT INTO WebhookStep (Webhook, Message, Number, Kind, At, DueAt, Attempt, Status)
        SELECT w.Id, m.Id, 1, 'en-file', m.At, m.At, 0, NULL
        FROM WebhookMessage m
        JOIN Webhook w ON w.Territory = m.Territory
        WHERE m.Id = @Id AND NOT EXISTS (SELECT 1 FROM WebhookRevocation r WHERE r.Webhook = w.Id);
        """);

    /// <summary>Queues a message for every webhook of its territory; writes nothing when there is none.</summary>
    public static async Task TellAsync(Session session, WebhookMessage message)
    {
        var row = new
        {
            Id = message.Id.ToString("D"), message.Territory, message.Year, message.Version, message.Sequence, message.Kind,
            message.At,
        };
        await session.ExecuteAsync(AddMessage, row);
        await session.ExecuteAsync(QueueForEach, row);
    }
}
