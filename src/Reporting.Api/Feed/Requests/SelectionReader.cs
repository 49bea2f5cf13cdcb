using Microsoft.OData.UriParser;
using Reporting.Api.Feed.Model;
using Reporting.Api.Feed.Sql;
using Reporting.Api.Feed.Sql.Expressions;

namespace Reporting.Api.Feed.Requests;

/// <summary>Reads $select and $expand: which columns of a row are asked for, and which of the rows that it leads to.</summary>
internal sealed class SelectionReader(FeedSettings settings, RequestValues values)
{
    private static readonly string[] OptionsOfRows = ["$select", "$expand", "$compute", "$levels"];

    private int _expansions;

    /// <param name="query">What is asked so far.</param>
    /// <param name="clause">What the library made of the options.</param>
    /// <param name="expand">$expand as it is written.</param>
    /// <param name="level">How many levels of $expand it is on.</param>
    public SetQuery Read(SetQuery query, SelectExpandClause? clause, string? expand, int level = 1)
    {
        var items = clause?.SelectedItems.ToLookup(item => item is ExpandedReferenceSelectItem);
        if (items is null)
        {
            return query;
        }

        var texts = ExpandText.Items(expand);
        var selected = items[false].ToList();
        var expanded = items[true].Cast<ExpandedReferenceSelectItem>().Aggregate(query, (sofar, item) => Expanded(sofar, item, texts, level));
        return selected.Count == 0 || selected.Exists(item => item is WildcardSelectItem)
            ? expanded
            : expanded with
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

    private SetQuery Expanded(SetQuery query, ExpandedReferenceSelectItem item, IReadOnlyList<ExpandText> texts, int level)
    {
        if (item is not { PathToNavigationProperty: { Count: 1, FirstSegment: NavigationPropertySegment step } })
        {
            throw FeedException.NotImplemented("Cette forme de $expand");
        }

        var navigation = FeedRelations.Navigation(query.Set, step.Identifier);
        var text = ExpandText.Of(navigation.Name, texts);
        return text.NamesRoot ? throw FeedException.NotImplemented("$it dans $expand") : item switch
        {
            ExpandedNavigationSelectItem expanded => Expanded(query, navigation, expanded, text, Levels(navigation, expanded.LevelsOption, level), level),
            ExpandedCountSelectItem count => Counted(query, navigation, count, level),
            _ => Referred(query, navigation, item, text, level),
        };
    }

    private SetQuery Expanded(SetQuery query, FeedNavigation navigation, ExpandedNavigationSelectItem item, ExpandText text, long levels, int level)
    {
        Spend(level);
        var nested = Read(Led(query, navigation, item), item.SelectAndExpand, text["$expand"], level + 1);
        if (levels > 1)
        {
            nested = nested.Expands(navigation)
                ? throw FeedException.Malformed($"{navigation.Name} est développé deux fois.")
                : Expanded(nested, navigation, item, text, levels - 1, level + 1);
        }

        return With(query, navigation, nested, text.Query(levels));
    }

    private SetQuery Referred(SetQuery query, FeedNavigation navigation, ExpandedReferenceSelectItem item, ExpandText text, int level)
    {
        Spend(level);
        return Array.Find(OptionsOfRows, option => text[option] is not null) is { } option
            ? throw FeedException.Malformed($"$ref ne donne que l'adresse des lignes : {option} ne s'y applique pas.")
            : With(query, navigation, Led(query, navigation, item).References, text.Query(levels: 1));
    }

    /// <summary>What is asked of the rows that a navigation leads to.</summary>
    private SetQuery Led(SetQuery query, FeedNavigation navigation, ExpandedReferenceSelectItem item) => navigation.IsCollection
        ? ExpandOptions.Collection(query.Reading, navigation, item, values)
        : ExpandOptions.Single(query.Reading, navigation, item, values);

    private static SetQuery With(SetQuery query, FeedNavigation navigation, SetQuery nested, string options) => navigation.IsCollection
        ? query with { Collections = [.. query.Collections, new(navigation, nested, options)] }
        : query with { Expanded = [.. query.Expanded, new(navigation, nested)] };

    private SetQuery Counted(SetQuery query, FeedNavigation navigation, ExpandedCountSelectItem item, int level)
    {
        Spend(level);
        return navigation.IsCollection
            ? query with { Collections = [.. query.Collections, new(navigation, ExpandOptions.Count(query.Reading, navigation, item, values), "") { CountOnly = true }] }
            : throw FeedException.Malformed($"{navigation.Name} ne mène qu'à une ligne, qui n'est pas à compter.");
    }

    private void Spend(int level)
    {
        if (level > settings.ExpandLevels || ++_expansions > settings.Expansions)
        {
            throw FeedException.TooComplex();
        }
    }

    private long Levels(FeedNavigation navigation, LevelsClause? levels, int level) => levels switch
    {
        null => 1,
        _ when navigation.Source != navigation.Target =>
            throw FeedException.Malformed($"$levels ne va qu'avec une navigation qui mène à son propre jeu : {navigation.Name} mène à un autre."),
        { IsMaxLevel: true } => Math.Max(1, settings.ExpandLevels - level + 1),
        { Level: > 0 and var said } => said,
        _ => throw FeedException.Malformed("$levels compte les niveaux à partir de 1."),
    };
}
