namespace Reporting.Api.Tests.Hosting;

/// <summary>Tests that look at what the whole process shares, its log and its memory: they run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = nameof(Alone);
}
