namespace Reporting.Api.Tests.Feed;

/// <summary>The feed over the rows that the tests know by letter.</summary>
public sealed class SampleFeed() : FeedHost(FeedData.Script);
