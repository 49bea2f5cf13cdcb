using System.Text;
using System.Text.Json;
using CsCheck;
using Reporting.Cli.Files;

namespace Reporting.Api.Tests.Cli;

public sealed class JsonCheckTests
{
    [Theory]
    [InlineData("", "1:1", "rien à lire")]
    [InlineData(" \n ", "2:2", "rien à lire")]
    [InlineData("{\n  \"é\": [1,]\n}", "2:11", "« ] » inattendu")]
    [InlineData("{\n  \"é\": 'x'\n}", "2:8", "« ' » inattendu")]
    [InlineData("{\r\n  \"a\": 1", "2:9", "s'arrête avant la fin")]
    [InlineData("{\"a\": 1} x", "1:10", "« x » inattendu")]
    [InlineData("{\"a\": \"deux\nlignes\"}", "1:12", "U+000A inattendu")]
    [InlineData("{\"a\": // rien\n 1}", "1:7", "« / » inattendu")]
    [InlineData("{\"a\": \"\\ud800\"}", "1:7", "échappement \\u incomplet")]
    [InlineData("{\"\\ud800\": 1}", "1:2", "échappement \\u incomplet")]
    public void What_is_not_JSON_is_told_with_its_place(string text, string position, string told) =>
        AssertMistake(Encoding.UTF8.GetBytes(text), position, told);

    [Fact]
    public void A_file_saved_in_Windows_1252_is_told_apart() =>
        AssertMistake(Encoding.Latin1.GetBytes("{\n  \"libelle\": \"hébergées\"\n}"), "2:16", "pas de l'UTF-8 : octet 0xE9");

    [Fact]
    public void A_file_saved_in_UTF_16_is_told_apart() =>
        AssertMistake([0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0], "1:1", "pas de l'UTF-8 : octet 0xFF");

    [Fact]
    public void What_passes_is_JSON_for_the_service_too() =>
        Gen.OneOf(Gen.OneOf("{}[],:\"\\u1e.-é \r\n"u8.ToArray()), Gen.Byte).Array[0, 12].Sample(bytes =>
        {
            if (JsonCheck.FirstMistake(bytes) is { } mistake)
                Assert.True(mistake.Position.Line >= 1 && mistake.Position.Column >= 1);
            else
                JsonDocument.Parse(bytes).Dispose();
        }, iter: 20_000);

    private static void AssertMistake(byte[] bytes, string position, string told)
    {
        var mistake = JsonCheck.FirstMistake(bytes);

        Assert.NotNull(mistake);
        Assert.Equal(position, mistake.Value.Position.ToString());
        Assert.Contains(told, mistake.Value.Message);
    }
}
