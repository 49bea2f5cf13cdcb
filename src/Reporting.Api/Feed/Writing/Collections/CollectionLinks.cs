using System.Globalization;
using Reporting.Api.Feed.Requests;

namespace Reporting.Api.Feed.Writing.Collections;

/// <summary>The links to the rows that an expanded collection was not given: its own URL, at the instant that is read.</summary>
internal sealed class CollectionLinks(FeedRequest request)
{
    private readonly string _aliases = string.Join('&', request.Options.Aliases);

    /// <param name="gap">Where the collection is expanded.</param>
    /// <param name="given">How many rows it was given.</param>
    /// <exception cref="DraftException">The answer must do without links.</exception>
    public string Next(Gap gap, long given)
    {
        if (request.IsDraft)
        {
            throw new DraftException();
        }

        var query = gap.Of.Query;
        var skip = string.Create(CultureInfo.InvariantCulture, $"$skip={query.Skip + given}");
        var top = query.Top is { } most ? string.Create(CultureInfo.InvariantCulture, $"$top={most - given}") : "";
        string[] options = [.. new[] { gap.Of.Options, _aliases, top, skip }.Where(option => option.Length > 0)];
        return $"{Root}{EntityId.Of(gap.Of.Navigation.Source, gap.Key)}/{gap.Of.Navigation.Name}{(query.IsReference ? "/$ref" : "")}?{string.Join('&', options)}";
    }

    // An instant that is still to come stands for the present of a clock that does not move.
    private string Root => request.Root == request.Service && request.Reading.At is { } at && at <= request.Now
        ? ServiceRoot.Of(request.Service, at)
        : request.Root.AbsoluteUri;
}
