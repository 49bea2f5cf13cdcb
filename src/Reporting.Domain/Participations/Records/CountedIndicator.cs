namespace Reporting.Domain.Participations.Records;

/// <summary>The indicators of the catalogue by their place, from 0.</summary>
internal enum CountedIndicator : byte
{
    Enf1,
    Enf2,
    Enf3,
    Enf4,
    Emp1,
    Emp2,
    Emp3A,
    Emp3B,
    Emp3C,
    Dro1,
    Dro2,
    Dro3,
    Dro4,
    Dro5,
    Dro6,
    Dro7,
    Dro8,
    Tes1,
    Tes2,
    Tes3,
}

internal static class CountedIndicators
{
    public static Catalogue.Indicator ToIndicator(this CountedIndicator indicator) => Catalogue.Indicators.All[(int)indicator];
}
