using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;

namespace Reporting.Api.Feed.Requests;

/// <summary>Reads $select and $expand: which columns of a row are asked for, and which of the rows that it leads to.</summary>
internal sealed class SelectionReader(FeedSettings settings)
{
    private int _expansions;

    public SetQuery Read(SetQuery query, SelectExpandClause? clause, int level = 1)
    {
        var items = clause?.SelectedItems.ToLookup(item => item is ExpandedReferenceSelectItem);
        if (items is null)
        {
            return query;
        }

        var selected = items[false].ToList();
        query = query with { Expanded = [.. items[true].Select(item => Expanded(query, (ExpandedReferenceSelectItem)item, level))] };
        return selected.Count == 0 || selected.Exists(item => item is WildcardSelectItem)
            ? query
            : query with
            {
                Columns = [.. selected.Where(item => Link(item) is null).Select(item => Selected(query.Columns, item))],
                Links = [.. selected.Select(Link).OfType<string>()],
                Selected = true,
            };
    }

    /// <summary>The navigation property that an item of $select names.</summary>
    private static string? Link(SelectItem item) =>
        item is PathSelectItem { SelectedPath.FirstSegment: NavigationPropertySegment step } ? step.Identifier : null;

    private static FeedColumn Selected(IReadOnlyList<FeedColumn> columns, SelectItem item) =>
        item is PathSelectItem { SelectedPath.FirstSegment: PropertySegment or DynamicPathSegment, HasOptions: false } path
            ? columns.FirstOrDefault(column => column.Name == path.SelectedPath.FirstSegment.Identifier)
                ?? throw FeedException.MalformedOption("$select")
            : throw FeedException.NotImplemented("Cette forme de $select");

    private Expansion Expanded(SetQuery query, ExpandedReferenceSelectItem item, int level)
    {
        if (level > settings.ExpandLevels || ++_expansions > settings.Expansions)
        {
            throw FeedException.TooComplex();
        }

        if (item is not ExpandedNavigationSelectItem { PathToNavigationProperty: { Count: 1, FirstSegment: NavigationPropertySegment step } } expanded)
        {
            throw FeedException.NotImplemented("Cette forme de $expand");
        }

        var navigation = FeedRelations.Navigation(query.Set, step.Identifier);
        if (navigation.IsCollection)
        {
            throw FeedException.NotImplemented($"Le développement de {navigation.Name}, qui mène à plusieurs lignes,");
        }

        CheckOptions(navigation, expanded);
        return new(navigation, Read(new(navigation.Target, query.Reading), expanded.SelectAndExpand, level + 1));
    }

    private static void CheckOptions(FeedNavigation navigation, ExpandedNavigationSelectItem item)
    {
        if (item.LevelsOption is not null)
        {
            throw FeedException.NotImplemented("L'option $levels");
        }

        if (item.ComputeOption is not null || item.ApplyOption is not null)
        {
            throw FeedException.NotImplemented("Cette forme de $expand");
        }

        if (item is not { FilterOption: null, SearchOption: null, OrderByOption: null, TopOption: null, SkipOption: null, CountOption: null })
        {
            throw FeedException.Malformed($"{navigation.Name} ne mène qu'à une ligne : seules $select et $expand s'y appliquent.");
        }
    }
}
