namespace Reporting.Api.Feed;

/// <summary>Gives up an answer that is held back.</summary>
internal sealed class DraftException() : Exception("The answer takes a link, or is too long to be held back.");
