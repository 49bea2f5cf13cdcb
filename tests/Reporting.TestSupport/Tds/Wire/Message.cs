namespace Reporting.TestSupport.Tds.Wire;

internal enum MessageType : byte
{
    SqlBatch = 0x01,
    Rpc = 0x03,
    Response = 0x04,
    Attention = 0x06,
    TransactionManager = 0x0E,
    Login = 0x10,
    PreLogin = 0x12,
}

/// <summary>One message of a client, put together from its packets.</summary>
internal sealed record Message(MessageType Type, byte Status, byte[] Payload)
{
    private const byte ResetConnection = 0x08;
    private const byte ResetConnectionKeepTransaction = 0x10;

    /// <summary>Whether the connection comes from a pool and must forget what its last user left.</summary>
    public bool Resets => (Status & (ResetConnection | ResetConnectionKeepTransaction)) != 0;
}
