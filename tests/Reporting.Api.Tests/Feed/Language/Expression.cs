using Microsoft.OData.Edm;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>What an expression may name: the row that it is about, and the rows that the variables of lambdas stand for.</summary>
internal sealed record Scope(Entity It, IReadOnlyDictionary<string, Entity> Variables)
{
    public static Scope Of(Entity it) => new(it, new Dictionary<string, Entity>());

    public Scope With(string variable, Entity row) => this with { Variables = new Dictionary<string, Entity>(Variables) { [variable] = row } };
}

/// <summary>The type of an expression.</summary>
/// <param name="Kind">Int64 for all integers, Decimal for all other numbers.</param>
/// <param name="Most">What a number stays below, or how long a text may be.</param>
/// <param name="Scale">How many decimals a number may have.</param>
internal readonly record struct Shape(EdmPrimitiveTypeKind Kind, double Most = 0, int Scale = 0)
{
    public static readonly Shape Flag = new(EdmPrimitiveTypeKind.Boolean);
    public static readonly Shape Day = new(EdmPrimitiveTypeKind.Date);
    public static readonly Shape Instant = new(EdmPrimitiveTypeKind.DateTimeOffset);
    public static readonly Shape Integer = new(EdmPrimitiveTypeKind.Int64, 1L << 31);

    public static Shape Text(double longest) => new(EdmPrimitiveTypeKind.String, longest);

    public bool IsInteger => Kind is EdmPrimitiveTypeKind.Int64;

    public int Digits => IntegerDigits + Scale;

    public int IntegerDigits => Math.Max(1, (int)Math.Ceiling(Math.Log10(Most + 1)));
}

/// <summary>An expression of OData: how a URL writes it, and what it means (OData 4.01, part 2, section 5.1.1).</summary>
internal abstract record Expression(Shape Shape)
{
    /// <summary>How strongly it binds (section 5.1.1.17); what stands alone binds strongest.</summary>
    public virtual int Binding => 10;

    public abstract string Text { get; }

    public abstract object? Value(Scope scope);

    /// <summary>As an operand, in parentheses only where the precedence of operators would take it otherwise.</summary>
    public string Operand(int binding) => Binding >= binding ? Text : $"({Text})";

    public bool? IsTrue(Scope scope) => (bool?)Value(scope);

    public sealed override string ToString() => Text;
}

internal sealed record Literal(Shape Shape, string Written, object? Constant) : Expression(Shape)
{
    public override string Text => Written;

    public override object? Value(Scope scope) => Constant;
}

/// <summary>What stands under a name: a parameter alias, or a property that is computed.</summary>
internal sealed record Named(string Name, Expression Of) : Expression(Of.Shape)
{
    public override string Text => Name;

    public override object? Value(Scope scope) => Of.Value(scope);
}

/// <param name="Shape">Its type.</param>
/// <param name="Variable">The variable that it is reached from; null for the row itself.</param>
/// <param name="Path">The navigations to it, and its name.</param>
internal sealed record Property(Shape Shape, string? Variable, IReadOnlyList<string> Path) : Expression(Shape)
{
    private string Name => string.Join('/', Path);

    public override string Text => Variable is null ? Name : $"{Variable}/{Name}";

    public override object? Value(Scope scope)
    {
        var start = Variable is null or "$it" ? scope.It : scope.Variables[Variable];
        return start.Has(Name) ? start[Name] : Path.SkipLast(1).Aggregate((Entity?)start, (row, step) => row?.One(step))?[Path[^1]];
    }
}

internal sealed record Negation(Expression Of) : Expression(Of.Shape)
{
    public override int Binding => 8;

    public override string Text => Of is Property ? $"-{Of.Text}" : $"-({Of.Text})";

    public override object? Value(Scope scope) => -(decimal?)Of.Value(scope);
}

/// <summary>Arithmetic: what has a null operand is null, and so is what is divided by a zero of its row.</summary>
internal sealed record Arithmetic(Shape Shape, Expression Left, string Operator, Expression Right) : Expression(Shape)
{
    public override int Binding => Operator is "add" or "sub" ? 6 : 7;

    public override string Text => $"{Left.Operand(Binding)} {Operator} {Right.Operand(Binding + 1)}";

    public override object? Value(Scope scope) => ((decimal?)Left.Value(scope), Operator, (decimal?)Right.Value(scope)) switch
    {
        (null, _, _) or (_, _, null) or (_, "div" or "mod", 0m) => null,
        ({ } left, "add", { } right) => left + right,
        ({ } left, "sub", { } right) => left - right,
        ({ } left, "mul", { } right) => left * right,
        ({ } left, "mod", { } right) => left % right,
        ({ } left, "div", { } right) => Left.Shape.IsInteger && Right.Shape.IsInteger
            ? decimal.Truncate(left / right)
            : Math.Round(left / right, 6, MidpointRounding.AwayFromZero),
        var other => throw new ArgumentException(other.Operator),
    };
}

/// <summary>Comparisons: null equals null alone, and is neither below nor above anything.</summary>
internal sealed record Comparison(Expression Left, string Operator, Expression Right) : Expression(Shape.Flag)
{
    // The library has equality bind as strongly as the other comparisons: one within another is written in parentheses.
    public override int Binding => 4;

    public override string Text => $"{Left.Operand(Binding + 1)} {Operator} {Right.Operand(Binding + 1)}";

    public override object? Value(Scope scope)
    {
        var (left, right) = (Left.Value(scope), Right.Value(scope));
        return Operator switch
        {
            "eq" => Values.Compare(left, right) == 0,
            "ne" => Values.Compare(left, right) != 0,
            _ when left is null || right is null => false,
            "gt" => Values.Compare(left, right) > 0,
            "ge" => Values.Compare(left, right) >= 0,
            "lt" => Values.Compare(left, right) < 0,
            "le" => Values.Compare(left, right) <= 0,
            _ => throw new ArgumentException(Operator),
        };
    }
}

internal sealed record Membership(Expression Tested, IReadOnlyList<Literal> List) : Expression(Shape.Flag)
{
    public override int Binding => 4;

    public override string Text => $"{Tested.Operand(9)} in ({string.Join(',', List)})";

    public override object? Value(Scope scope) =>
        Tested.Value(scope) is var tested && List.Any(item => Values.Compare(item.Constant, tested) == 0);
}

/// <summary>Logic: null is neither, and settles nothing.</summary>
internal sealed record Logic(Expression Left, string Operator, Expression Right) : Expression(Shape.Flag)
{
    public override int Binding => Operator is "and" ? 3 : 2;

    public override string Text => $"{Left.Operand(Binding)} {Operator} {Right.Operand(Binding)}";

    public override object? Value(Scope scope) => Operator is "and"
        ? Left.IsTrue(scope) & Right.IsTrue(scope)
        : Left.IsTrue(scope) | Right.IsTrue(scope);
}

internal sealed record Not(Expression Of) : Expression(Shape.Flag)
{
    public override int Binding => 8;

    public override string Text => Of is Call ? $"not {Of.Text}" : $"not ({Of.Text})";

    public override object? Value(Scope scope) => !Of.IsTrue(scope);
}

/// <summary>Whether any or all of the rows that a navigation leads to are such: unknown is not.</summary>
internal sealed record Quantifier(Property Navigation, bool All, string Variable, Expression? Body) : Expression(Shape.Flag)
{
    public override string Text => $"{Navigation.Text}/{(All ? "all" : "any")}({(Body is null ? "" : $"{Variable}:{Body.Text}")})";

    public override object? Value(Scope scope)
    {
        var rows = Rows.Of(Navigation, scope);
        return Body is null ? rows.Any()
            : All ? rows.All(row => Body.IsTrue(scope.With(Variable, row)) is true)
            : rows.Any(row => Body.IsTrue(scope.With(Variable, row)) is true);
    }
}

internal sealed record CountOf(Property Navigation, Expression? Filter) : Expression(Shape.Integer)
{
    public override string Text => $"{Navigation.Text}/$count{(Filter is null ? "" : $"($filter={Filter.Text})")}";

    public override object? Value(Scope scope) =>
        (decimal)Rows.Of(Navigation, scope).Count(row => Filter is null || Filter.IsTrue(Scope.Of(row)) is true);
}

internal static class Rows
{
    /// <summary>The rows that a path leads to whose last navigation leads to many.</summary>
    public static IEnumerable<Entity> Of(Property path, Scope scope)
    {
        var start = path.Variable is null or "$it" ? scope.It : scope.Variables[path.Variable];
        return path.Path.SkipLast(1).Aggregate((Entity?)start, (row, step) => row?.One(step))?.Many(path.Path[^1]) ?? [];
    }
}
