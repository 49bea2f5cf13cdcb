namespace Reporting.ForeignClients.Tests;

/// <summary>All clients read one service.</summary>
[CollectionDefinition(Name)]
public sealed class LiveServices : ICollectionFixture<LiveService>
{
    public const string Name = "live service";
}
