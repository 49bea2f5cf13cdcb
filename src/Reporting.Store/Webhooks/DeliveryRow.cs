namespace Reporting.Store.Webhooks;

internal sealed class DeliveryRow
{
    public required string Webhook { get; init; }

    public required string Url { get; init; }

    public required string KeyName { get; init; }

    public required string Message { get; init; }

    public required string Event { get; init; }

    public required string Territory { get; init; }

    public DateTimeOffset At { get; init; }

    public int? Year { get; init; }

    public int? Version { get; init; }

    public int Sequence { get; init; }

    public int Number { get; init; }

    public required string Kind { get; init; }

    public int Attempt { get; init; }

    public DateTimeOffset SteppedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public int? Status { get; init; }

    public Delivery ToDelivery() => new()
    {
        Webhook = Guid.Parse(Webhook), Url = Url, KeyName = KeyName,
        Message = new(Event, Territory, At) { Id = Guid.Parse(Message), Year = Year, Version = Version, Sequence = Sequence },
        Number = Number, Step = DeliveryStepCodes.Parse(Kind), Attempt = Attempt, SteppedAt = SteppedAt, DueAt = DueAt,
        Status = Status,
    };
}
