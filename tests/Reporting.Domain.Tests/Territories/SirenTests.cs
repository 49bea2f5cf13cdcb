using Reporting.Domain.Territories;

namespace Reporting.Domain.Tests.Territories;

public sealed class SirenTests
{
    [Theory]
    [InlineData("243500139", true)]
    [InlineData("211300553", true)]
    [InlineData("200054807", true)]
    [InlineData("243500138", false)]
    [InlineData("243500193", false)]
    [InlineData("123456789", false)]
    [InlineData("24350013", false)]
    [InlineData("2435001390", false)]
    [InlineData("24350013a", false)]
    [InlineData("", false)]
    public void Nine_digits_with_their_key_are_a_Siren(string text, bool isSiren) => Assert.Equal(isSiren, Siren.IsValid(text));
}
