namespace Reporting.Domain.Catalogue;

/// <summary>One of the four axes of the contrats locaux des solidarités (Annexe 5, I.a).</summary>
/// <param name="Code">Stable code on the wire: <c>enfance</c>, <c>emploi</c>, <c>droits</c> or <c>transition</c>.</param>
/// <param name="Number">1 to 4: the figure before the dot in the number of a fiche action (Annexe 10).</param>
/// <param name="Label">Official title, in French.</param>
public sealed record Axis(string Code, int Number, string Label)
{
    /// <summary>Axis 1: preventing poverty from childhood.</summary>
    public static readonly Axis Childhood = new("enfance", 1, "Prévenir la pauvreté et lutter contre les inégalités dès l'enfance");

    /// <summary>Axis 2: access to employment.</summary>
    public static readonly Axis Employment = new("emploi", 2, "Amplifier la politique d'accès à l'emploi pour tous");

    /// <summary>Axis 3: access to essential rights.</summary>
    public static readonly Axis Rights = new("droits", 3, "Accès aux droits essentiels");

    /// <summary>Axis 4: ecological transition.</summary>
    public static readonly Axis Transition = new("transition", 4, "Transition écologique solidaire");

    /// <summary>The four axes in official order.</summary>
    public static IReadOnlyList<Axis> All { get; } = [Childhood, Employment, Rights, Transition];

    /// <inheritdoc />
    public override string ToString() => Code;
}
