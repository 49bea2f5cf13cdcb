using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>The place in a text of rows that a collection expanded in one of them belongs to.</summary>
/// <param name="At">How many bytes come before it.</param>
/// <param name="Of">The collection.</param>
/// <param name="Key">The key of the row that it is expanded in.</param>
/// <param name="IsFirst">Whether it is the first property of that row.</param>
internal readonly record struct Gap(int At, ExpandedCollection Of, IReadOnlyList<object> Key, bool IsFirst);
