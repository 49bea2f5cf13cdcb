using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>What expressions may name where they stand.</summary>
/// <param name="Columns">Properties of the rows, of what single navigations lead to, and of the rows around a lambda.</param>
/// <param name="Collections">Navigations to many rows, with what they lead to.</param>
/// <param name="Lambdas">How many lambdas it stands in.</param>
internal sealed record Context(IReadOnlyList<Expression> Columns, IReadOnlyList<(Property Path, FeedSet Target)> Collections, int Lambdas = 0)
{
    private const int MostSteps = 2;

    public static Context Of(FeedSet set) => new([.. Reached(set, null, [], MostSteps)], [.. Many(set, null)]);

    /// <summary>The context within a lambda over the rows that a navigation of this one leads to.</summary>
    public Context Within(FeedSet target, string variable)
    {
        var around = Columns.OfType<Property>().Select(column => column.Variable is null ? column with { Variable = "$it" } : column);
        return new([.. Reached(target, variable, [], 1), .. around.Take(4)], [.. Many(target, variable)], Lambdas + 1);
    }

    private static IEnumerable<Property> Reached(FeedSet set, string? variable, IReadOnlyList<string> path, int steps)
    {
        var own = set.Columns.Select(column => new Property(ShapeOf(column.Type), variable, [.. path, column.Name]));
        return steps == 0 ? own : own.Concat(FeedRelations.Of(set).Where(navigation => !navigation.IsCollection)
            .SelectMany(navigation => Reached(navigation.Target, variable, [.. path, navigation.Name], steps - 1)));
    }

    private static IEnumerable<(Property, FeedSet)> Many(FeedSet set, string? variable)
    {
        foreach (var navigation in FeedRelations.Of(set))
        {
            if (navigation.IsCollection)
            {
                yield return (new(default, variable, [navigation.Name]), navigation.Target);
                continue;
            }

            foreach (var next in FeedRelations.Of(navigation.Target).Where(next => next.IsCollection))
            {
                yield return (new(default, variable, [navigation.Name, next.Name]), next.Target);
            }
        }
    }

    private static Shape ShapeOf(FeedType type) => type.Kind switch
    {
        EdmPrimitiveTypeKind.Int32 => Shape.Integer,
        EdmPrimitiveTypeKind.Decimal => new(type.Kind, 1e13, type.Size),
        EdmPrimitiveTypeKind.String => Shape.Text(type.Size),
        _ => new(type.Kind),
    };
}
