using Microsoft.OData;
using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
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
        _parser = Parse("L'URL est mal formée.", () => new ODataUriParser(FeedModel.Instance, request.Root, request.Url)
        {
            UrlKeyDelimiter = ODataUrlKeyDelimiter.Parentheses,
            EnableNoDollarQueryOptions = true,
        });
    }

    public Resource Resource()
    {
        var first = Uri.UnescapeDataString(_request.Path).Split('/', '(')[0];
        if (first is "$crossjoin" or "$all" or "$entity" or "$query")
        {
            throw FeedException.NotImplemented($"La ressource {first}");
        }

        return PathReader.Read(Path());
    }

    public SetQuery CollectionQuery(FeedSet set)
    {
        // The library knows what $compute defines once it has read it.
        var compute = Option("$compute", _parser.ParseCompute);
        var columns = new ColumnReader(set, _request.Reading, Values);
        var values = Values with { Computed = [.. compute?.ComputedItems.Select(item => columns.Computed(item)) ?? []] };
        columns = new(set, _request.Reading, values);
        return EntityQuery(set, values) with
        {
            Filter = Option("$filter", _parser.ParseFilter)?.Expression,
            Search = Option("$search", _parser.ParseSearch)?.Expression,
            Order = columns.Order(Option("$orderby", _parser.ParseOrderBy)),
            Values = values,
            Top = Option("$top", _parser.ParseTop),
            Skip = Option("$skip", _parser.ParseSkip) ?? 0,
            Count = Option("$count", _parser.ParseCount) ?? false,
        };
    }

    public SetQuery EntityQuery(FeedSet set) => EntityQuery(set, Values);

    private SetQuery EntityQuery(FeedSet set, RequestValues values)
    {
        var query = new SetQuery(set, _request.Reading) { Columns = [.. set.Columns, .. values.Computed] };
        var options = string.Join(" ou ", _request.Options.Names.Where(name => name is "$select" or "$expand"));
        return new SelectionReader(_settings).Read(query, Option(options, _parser.ParseSelectAndExpand));
    }

    private RequestValues Values => new(_parser.ParameterAliasNodes.AsReadOnly(), _request.Now);

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
        // The library meets a list behind an alias with an ArgumentNullException.
        catch (Exception error) when (error is ODataException and not ODataUnrecognizedPathException or OverflowException or ArgumentNullException)
        {
            throw FeedException.Malformed(refusal);
        }
    }
}
