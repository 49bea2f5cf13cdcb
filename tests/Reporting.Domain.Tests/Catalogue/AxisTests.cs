using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Tests.Catalogue;

public sealed class AxisTests
{
    [Fact]
    public void The_four_axes_are_in_official_order() =>
        Assert.Equal(
            [
                (1, "enfance", "Prévenir la pauvreté et lutter contre les inégalités dès l'enfance"),
                (2, "emploi", "Amplifier la politique d'accès à l'emploi pour tous"),
                (3, "droits", "Accès aux droits essentiels"),
                (4, "transition", "Transition écologique solidaire"),
            ],
            Axis.All.Select(axis => (axis.Number, axis.Code, axis.Label)));
}
