using System.Data.SqlTypes;
using System.Text;
using Reporting.Api.Feed.Writing.Rows;

namespace Reporting.Api.Tests.Feed;

public class FigureTextTests
{
    [Theory]
    [InlineData("0.00", "0")]
    [InlineData("12.30", "12.3")]
    [InlineData("-0.05", "-0.05")]
    [InlineData("7922816251426433759354395.0335", "7922816251426433759354395.0335")]
    [InlineData("7922816251426433759354395.0336", "7922816251426433759354395")]
    [InlineData("-12345678901234567890123456789.4999999", "-12345678901234567890123456789")]
    [InlineData("12345678901234567890123456789.5", "12345678901234567890123456790")]
    public void A_figure_of_SQL_Server_loses_decimals_only_where_decimal_has_no_room_for_them(string stored, string written)
    {
        var text = new byte[FigureText.Longest];
        var length = FigureText.Write(FigureText.Shortened(SqlDecimal.Parse(stored)), text);
        Assert.Equal(written, Encoding.UTF8.GetString(text, 0, length));
    }
}
