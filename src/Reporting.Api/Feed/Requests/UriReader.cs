using Microsoft.OData;
using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Requests.Apply;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Requests;

/// <summary>Reads a URL against the model: the resource, then what its options ask of it.</summary>
internal sealed class UriReader
{
    private readonly FeedRequest _request;
    private readonly FeedSettings _settings;
    private readonly ODataUriParser _parser;

    public UriReader(FeedRequest request, FeedSettings settings)
    {
        _request = request;
        _settings = settings;

        // The library does not read options against references: they are those of the rows.
        var rows = request.IsForReferences ? request with { Path = request.Path[..request.Path.LastIndexOf('/')] } : request;
        _parser = Parse("L'URL est mal formée.", () => new ODataUriParser(FeedModel.OfExpressions, request.Root, rows.Url)
        {
            UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses,
            Resolver = new NameResolver(request.Options),
        });
    }

    public Resource Resource()
    {
        var first = Uri.UnescapeDataString(_request.Path).Split('/', '(')[0];
        if (first is "$crossjoin" or "$all" or "$entity" or "$query")
        {
            throw FeedException.NotImplemented($"La ressource {first}");
        }

        var resource = PathReader.Read(Path());
        return _request.IsForReferences ? PathReader.References(resource) : resource;
    }

    public SetQuery CollectionQuery(FeedSet set)
    {
        // The library knows what $apply leaves and $compute defines once it has read them, in this order.
        var applied = new ApplyReader(_request.Reading, Values).Read(set, Apply());
        var values = Computed(applied);
        var columns = new ColumnReader(applied.Set, _request.Reading, values);
        var filter = Option("$filter", _parser.ParseFilter)?.Expression;
        return Selected(applied.Set, values) with
        {
            Filters = filter is null ? applied.Filters : [.. applied.Filters, filter],
            Search = Option("$search", _parser.ParseSearch)?.Expression,
            Order = columns.Order(Option("$orderby", _parser.ParseOrderBy)),
            Top = Option("$top", _parser.ParseTop),
            Skip = Option("$skip", _parser.ParseSkip) ?? 0,
            Count = Option("$count", _parser.ParseCount) ?? false,
        };
    }

    public SetQuery EntityQuery(FeedSet set) => Selected(set, Computed(new(set, [], Values)));

    private RequestValues Computed(Applied rows) =>
        new ApplyReader(_request.Reading, Values).Computed(rows, Option("$compute", _parser.ParseCompute)?.ComputedItems ?? []);

    private SetQuery Selected(FeedSet set, RequestValues values)
    {
        var query = new SetQuery(set, _request.Reading) { Columns = [.. set.Columns, .. values.Computed], Values = values };
        if (set.Grouping is not null)
        {
            return _request.Options["$expand"] is null
                ? query with { Columns = GroupSelection.Read(_request.Options["$select"], query.Columns), Selected = true }
                : throw FeedException.NotImplemented("$expand après un regroupement");
        }

        var options = string.Join(" ou ", _request.Options.Names.Where(name => name is "$select" or "$expand"));
        return new SelectionReader(_settings, Values).Read(query, Option(options, _parser.ParseSelectAndExpand), _request.Options["$expand"]);
    }

    private RequestValues Values => new(_parser.ParameterAliasNodes.AsReadOnly(), _request.Now);

    private ApplyClause? Apply()
    {
        try
        {
            return Option("$apply", _parser.ParseApply);
        }
        catch (FeedException) when (ApplyText.Unsupported(_request.Options["$apply"]!) is { } absent)
        {
            throw FeedException.NotImplemented($"Dans $apply, {absent}");
        }
    }

    private ODataPath Path()
    {
        try
        {
            return Parse("Le chemin de l'URL est mal formé.", _parser.ParsePath);
        }
        catch (ODataUnrecognizedPathException)
        {
            throw FeedException.NotFound("Cette ressource n'existe pas. Le document de service donne la liste des jeux de données.");
        }
    }

    private static T Option<T>(string name, Func<T> parse) => Parse(FeedException.MalformedOption(name).Message, parse);

    private static T Parse<T>(string refusal, Func<T> parse)
    {
        try
        {
            return parse();
        }
        // The library meets a list behind an alias with an ArgumentNullException, and $expand=$ref* with a NullReferenceException.
        catch (Exception error) when (error is ODataException and not ODataUnrecognizedPathException
            or OverflowException or ArgumentNullException or NullReferenceException)
        {
            throw FeedException.Malformed(refusal);
        }
    }
}
