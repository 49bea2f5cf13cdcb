using Microsoft.OData.UriParser;

namespace Reporting.Api.Feed.Sql.Expressions;

/// <summary>An expression that is no more than a property, as the path that leads to it from a row.</summary>
internal static class PropertyPath
{
    /// <summary>The path; null for any other expression.</summary>
    public static string? Of(QueryNode node) => node switch
    {
        SingleValuePropertyAccessNode property when To(property.Source) is { } path => path + property.Property.Name,
        SingleValueOpenPropertyAccessNode dynamic when To(dynamic.Source) is { } path => path + dynamic.Name,
        _ => null,
    };

    private static string? To(QueryNode source) => source switch
    {
        ResourceRangeVariableReferenceNode => "",
        SingleNavigationNode step when To(step.Source) is { } path => $"{path}{step.NavigationProperty.Name}/",
        _ => null,
    };
}
