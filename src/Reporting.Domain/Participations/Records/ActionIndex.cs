using Reporting.Domain.Catalogue;
using Reporting.Domain.Contracts;

namespace Reporting.Domain.Participations.Records;

/// <summary>An <see cref="ActionNumber"/> as its place among all of them, from 0, so that numeric order is kept.</summary>
internal readonly record struct ActionIndex(int Value)
{
    private const int RanksPerAxis = 999;

    private static ReadOnlySpan<byte> Weights => [1, 0, 0, 10, 1, 0, 100, 10, 1];

    public static int Count => Axis.All.Count * RanksPerAxis;

    public int AxisNumber => (Value / RanksPerAxis) + 1;

    public ActionNumber ToNumber() => new(Axis.All[Value / RanksPerAxis], (Value % RanksPerAxis) + 1);

    /// <summary>Reads what <see cref="ActionNumber.TryParse"/> reads.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ActionIndex action)
    {
        action = default;
        if (text.Length is < 3 or > 5
            || (uint)(text[0] - '1') > 3 || text[1] != '.' || (uint)(text[2] - '1') > 8)
        {
            return false;
        }

        // Digits that are not there have no weight.
        var weights = Weights.Slice((text.Length - 3) * 3, 3);
        var second = text[Math.Min(3, text.Length - 1)] - '0';
        var third = text[^1] - '0';
        if ((uint)second > 9 || (uint)third > 9)
        {
            return false;
        }

        var rank = ((text[2] - '0') * weights[0]) + (second * weights[1]) + (third * weights[2]);
        action = new(((text[0] - '1') * RanksPerAxis) + rank - 1);
        return true;
    }
}
