using CsCheck;
using Microsoft.OData.Edm;
using Reporting.Api.Feed.Model;

namespace Reporting.Api.Tests.Feed.Language;

/// <summary>Generates expressions of each type, of every operator and function that the feed has.</summary>
internal sealed class Expressions(Context context, int depth)
{
    private Expressions Inner => new(context, depth - 1);

    public Gen<Expression> Any => Gen.OneOf(Integers, Decimals, Texts, Flags, Instants, Days);

    public Gen<Expression> Numbers => Gen.OneOf(Integers, Decimals);

    public Gen<Expression> Integers => Deep(() => Leaf(EdmPrimitiveTypeKind.Int64, Literals.Integers), () =>
    [
        (4, Calculation(Inner.Integers, Inner.Integers, "add", "sub", "mul", "div", "mod")),
        (1, Inner.Texts.Select(text => Count("length", text))),
        (1, Gen.Select(Inner.Texts, Inner.Texts, (within, text) => Count("indexof", within, text))),
        (1, Gen.Select(Gen.OneOf("year", "month", "day", "hour", "minute", "second"), Inner.Instants, (part, time) => Count(part, time))),
        (1, Gen.Select(Gen.OneOf("year", "month", "day"), Inner.Days, (part, day) => Count(part, day))),
        .. context.Collections.Count > 0 && context.Lambdas == 0 ? (IEnumerable<(int, IGen<Expression>)>)[(1, Counts)] : [],
    ]);

    public Gen<Expression> Decimals => Deep(() => Leaf(EdmPrimitiveTypeKind.Decimal, Literals.Decimals), () =>
    [
        (4, Calculation(Inner.Decimals, Inner.Numbers, "add", "sub", "mul", "div", "mod")),
        (2, Calculation(Inner.Integers, Inner.Decimals, "add", "sub", "mul", "div", "mod")),
        (1, Inner.Decimals.Select(number => (Expression)new Negation(number))),
        (2, Gen.Select(Gen.OneOf("round", "floor", "ceiling"), Inner.Numbers, Rounded)),
        (1, Inner.Integers.Select(number => (Expression)new Call(number.Shape with { Kind = EdmPrimitiveTypeKind.Decimal }, "cast", number) { Type = "Edm.Decimal" })),
        (1, Inner.Instants.Select(time => (Expression)new Call(new(EdmPrimitiveTypeKind.Decimal, 1, 3), "fractionalseconds", time))),
    ]);

    public Gen<Expression> Texts => Deep(() => Leaf(EdmPrimitiveTypeKind.String, Literals.Texts), () =>
    [
        (2, Gen.Select(Gen.OneOf("tolower", "toupper", "trim"), Inner.Texts, (function, text) => (Expression)new Call(text.Shape, function, text))),
        (1, Gen.Select(Inner.Texts, Inner.Texts, (left, right) => (Expression)new Call(Shape.Text(left.Shape.Most + right.Shape.Most), "concat", left, right))),
        (1, Gen.Select(Inner.Texts, Inner.Integers, (text, start) => (Expression)new Call(text.Shape, "substring", text, start))),
        (1, Gen.Select(Inner.Texts, Inner.Integers, Inner.Integers, (text, start, length) => (Expression)new Call(text.Shape, "substring", text, start, length))),
        (1, Inner.Integers.Select(number => (Expression)new Call(Shape.Text(20), "cast", number) { Type = "Edm.String" })),
    ]);

    public Gen<Expression> Flags => Deep(() => Gen.OneOf(Comparisons(new(context, 0)), Searches(new(context, 0)), Leaf(EdmPrimitiveTypeKind.Boolean, Literals.Flags)), () =>
    [
        (4, Comparisons(Inner)),
        (2, Searches(Inner)),
        (3, Gen.Select(Inner.Flags, Gen.OneOf("and", "or"), Inner.Flags, (left, sign, right) => (Expression)new Logic(left, sign, right))),
        (1, Inner.Flags.Select(flag => (Expression)new Not(flag))),
        (1, Gen.Select(Inner.Flags, Gen.OneOf("eq", "ne"), Inner.Flags, Compared)),
        (2, Memberships(Inner)),
        .. context.Collections.Count > 0 && context.Lambdas < 2 ? (IEnumerable<(int, IGen<Expression>)>)[(2, Quantifiers)] : [],
    ]);

    public Gen<Expression> Instants => Leaf(EdmPrimitiveTypeKind.DateTimeOffset, Literals.Instants);

    public Gen<Expression> Days => Deep(() => Literals.Days, () =>
    [
        (2, Inner.Instants.Select(time => (Expression)new Call(Shape.Day, "date", time))),
        (1, Inner.Instants.Select(time => (Expression)new Call(Shape.Day, "cast", time) { Type = "Edm.Date" })),
    ]);

    private Gen<Expression> Quantifiers => Gen.OneOf(context.Collections.ToArray()).SelectMany(many => Gen.Int[0, 8].SelectMany(form => Lambda(many, form)));

    private Gen<Expression> Counts => Gen.OneOf(context.Collections.ToArray()).SelectMany(many => Gen.Frequency(
        (1, Gen.Const((Expression?)null)),
        (1, new Expressions(Context.Of(many.Target) with { Collections = [] }, Math.Min(1, depth - 1)).Flags.Select(filter => (Expression?)filter)))
        .Select(filter => (Expression)new CountOf(many.Path, filter)));

    private Gen<Expression> Lambda((Property Path, FeedSet Target) many, int form)
    {
        var variable = $"x{context.Lambdas}";
        return form == 0
            ? Gen.Const((Expression)new Quantifier(many.Path, false, variable, null))
            : new Expressions(context.Within(many.Target, variable), depth - 1).Flags.Select(body => (Expression)new Quantifier(many.Path, form % 2 == 0, variable, body));
    }

    private Gen<Expression> Leaf(EdmPrimitiveTypeKind kind, Gen<Expression> literals) =>
        context.Columns.Where(column => column.Shape.Kind == kind).ToArray() is { Length: > 0 } columns
            ? Gen.Frequency((3, Gen.OneOf((Expression[])[.. columns])), (1, literals))
            : literals;

    private Gen<Expression> Deep(Func<Gen<Expression>> leaves, Func<(int, IGen<Expression>)[]> others) => depth == 0
        ? leaves()
        : Gen.Frequency((6, leaves()), (9, (Gen<Expression>)new Later(() => Gen.Frequency(others()))));

    private static Gen<Expression> Comparisons(Expressions of) => Gen.OneOf(
        Compare(of.Numbers), Compare(of.Numbers), Compare(of.Texts), Compare(of.Instants), Compare(of.Days),
        Compare(of.Leaf(EdmPrimitiveTypeKind.Boolean, Literals.Flags)));

    private static Gen<Expression> Compare(Gen<Expression> of) => Gen.Select(
        of, Gen.OneOf("eq", "ne", "gt", "ge", "lt", "le"), Gen.Frequency((7, of), (1, Literals.Nulls)), Compared);

    private static Expression Compared(Expression left, string sign, Expression right) => new Comparison(left, sign, right);

    private static Gen<Expression> Searches(Expressions of) => Gen.Select(
        Gen.OneOf("contains", "startswith", "endswith"), of.Texts, of.Texts,
        (function, within, text) => (Expression)new Call(Shape.Flag, function, within, text));

    private static Gen<Expression> Memberships(Expressions of) => Gen.OneOf(
        Member(of.Integers, Shape.Integer), Member(of.Decimals, new(EdmPrimitiveTypeKind.Decimal)), Member(of.Texts, Shape.Text(0)), Member(of.Instants, Shape.Instant));

    private static Gen<Expression> Member(Gen<Expression> tested, Shape of) =>
        Gen.Select(tested, Literals.List(of), (value, list) => (Expression)new Membership(value, list));

    private static Expression Count(string function, params Expression[] of) => new Call(Shape.Integer, function, of);

    private static Expression Rounded(string function, Expression number) => new Call(
        new(EdmPrimitiveTypeKind.Decimal, number.Shape.Most + 1), function, number);

    private static Gen<Expression> Calculation(Gen<Expression> left, Gen<Expression> right, params string[] signs) =>
        Gen.Select(left, Gen.OneOf(signs), right, Calculated);

    // What could outgrow 34 digits is refused, as is what is divided by a zero of the URL, and is not generated.
    private static Expression Calculated(Expression left, string sign, Expression right)
    {
        if (sign is "div" or "mod" && right is Literal { Constant: 0m } or Named { Name: ['@', ..], Of: Literal { Constant: 0m } })
        {
            return left;
        }

        var (one, other) = (left.Shape, right.Shape);
        var isInteger = one.IsInteger && other.IsInteger;
        var (most, scale) = sign switch
        {
            "mul" => (one.Most * other.Most, one.Scale + other.Scale),
            "div" => isInteger ? (one.Most, 0) : (one.Most * Math.Pow(10, other.Scale), 6),
            "mod" => (Math.Max(one.Most, other.Most), Math.Max(one.Scale, other.Scale)),
            _ => (one.Most + other.Most, Math.Max(one.Scale, other.Scale)),
        };
        var shape = new Shape(isInteger ? EdmPrimitiveTypeKind.Int64 : EdmPrimitiveTypeKind.Decimal, most, scale);
        var hasRoom = isInteger ? most < 1e18 : sign switch
        {
            "mul" => most < 1e27 && one.Digits + other.Digits <= 34,
            "div" => shape.IntegerDigits <= 26,
            "mod" => shape.Digits <= 17,
            _ => most < 1e27 && shape.Digits <= 34,
        };
        return hasRoom ? new Arithmetic(shape, left, sign, right) : left;
    }

    /// <summary>A generator that is made when it is first needed: those of expressions would otherwise never end.</summary>
    private sealed class Later(Func<Gen<Expression>> make) : Gen<Expression>
    {
        private Gen<Expression>? _made;

        public override Expression Generate(PCG pcg, Size? min, out Size size) => (_made ??= make()).Generate(pcg, min, out size);
    }
}
