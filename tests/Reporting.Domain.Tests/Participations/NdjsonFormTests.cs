namespace Reporting.Domain.Tests.Participations;

/// <summary>The ways in which NDJSON may be written.</summary>
public sealed class NdjsonFormTests
{
    private const string One = """{"action":"3.1","indicateur":"DRO-6","personne":"a","date":"2024-05-01"}""";

    [Theory]
    [InlineData(One + "\n" + One + "\n", "DRO-6=1")]
    [InlineData(One + "\r\n" + One, "DRO-6=1")]
    [InlineData("\n  " + One + "  \n\n", "DRO-6=1")]
    [InlineData(One + "\n" + """{"date":"2024-05-01","personne":"b","indicateur":"DRO-6","action":"3.1"}""", "DRO-6=2")]
    [InlineData(One + "\n" + """{ "action" : "3.1", "indicateur" : "DRO-6", "personne" : "b", "date" : "2024-05-01" }""", "DRO-6=2")]
    [InlineData(One + "\n" + """{"action":"3.1","indicateur":"DRO-6","personne":"\u0061","date":"2024-05-01"}""", "DRO-6=1")]
    [InlineData(One + "\n" + """{"action":"3.1","indicateur":"DRO-6","personne":"a\"b","date":"2024-05-01"}""", "DRO-6=2")]
    [InlineData(One + "\n" + """{"action":"3.1","indicateur":"DRO-6","personne":"é","date":"2024-05-01"}""", "DRO-6=2")]
    [InlineData(One + "\n" + """{"action":"3.1","indicateur":"DRO-6","personne":12,"date":"2024-05-01"}""" + "\n" + """{"action":"3.1","indicateur":"DRO-6","personne":"12","date":"2024-05-01"}""", "DRO-6=2")]
    public void Records_are_read(string text, string told) => Assert.Equal(told, Counting.Count(text).Told());

    [Theory]
    [InlineData("\"suite\":1", "TES-1=2")]
    [InlineData("\"suite\":\"1\"", "TES-1=2")]
    [InlineData("\"suite\":true", "TES-1=2")]
    [InlineData("\"suite\":false", "TES-1=1")]
    [InlineData("\"suite\":0", "TES-1=1")]
    [InlineData("\"suite\":null", "TES-1=1")]
    [InlineData("\"suite\":\"\"", "TES-1=1")]
    [InlineData("\"suite\":2", "TES-1=1, 2 suite illisible")]
    [InlineData("\"suite\":1.0", "TES-1=1, 2 suite illisible")]
    [InlineData("\"suite\":01", "TES-1=1, 2  json")]
    [InlineData("\"suite\":{}", "TES-1=1, 2 suite imbrique")]
    [InlineData("\"suite\":[1]", "TES-1=1, 2 suite imbrique")]
    [InlineData("\"note\":{}", "TES-1=1, 2  imbrique")]
    [InlineData("\"suite\":1,\"suite\":1", "TES-1=1, 2 suite cle-repetee")]
    [InlineData("\"suite\":1,", "TES-1=1, 2  json")]
    [InlineData("\"suite\"", "TES-1=1, 2  json")]
    [InlineData("\"suite\":\"1", "TES-1=1, 2  json")]
    [InlineData("\"note\":\"a\tb\"", "TES-1=1, 2  json")]
    [InlineData("\"note\":\"\\ud800\",\"suite\":\"\\ud800\"", "TES-1=1, 2 suite encodage")]
    public void Values_may_be_texts_or_what_they_stand_for(string member, string told)
    {
        const string Template = """{"action":"4.1","indicateur":"TES-1","personne":"NAME","date":"2024-05-01","pro_forme":1,MEMBER}""";
        string Record(string name, string last) =>
            Template.Replace("NAME", name, StringComparison.Ordinal).Replace("MEMBER", last, StringComparison.Ordinal);

        // The first record and the last are alike, so that the one between is met by whoever expects another like them.
        Assert.Equal(told, Counting.Count($"{Record("a", "\"suite\":1")}\n{Record("b", member)}\n{Record("a", "\"suite\":1")}\n").Told());
    }

    [Theory]
    [InlineData("[]", "json")]
    [InlineData("3", "json")]
    [InlineData("{}", "manquant")]
    [InlineData(One + One, "json")]
    [InlineData(One + ",", "json")]
    public void A_line_that_is_no_object_is_rejected(string line, string told) =>
        Assert.EndsWith(told, Counting.Count(One + "\n" + line + "\n").Told(), StringComparison.Ordinal);

    [Fact]
    public void The_number_of_an_action_is_text_for_1_10_would_be_1_1() => Assert.Equal(
        "DRO-6=1, 2 action illisible",
        Counting.Count(One + "\n" + One.Replace("\"3.1\"", "3.1", StringComparison.Ordinal)).Told());

    [Fact]
    public void Keys_that_are_not_known_are_told_once_with_the_first_line_that_has_them()
    {
        var with = One.Replace("{", "{\"note\":\"x\",", StringComparison.Ordinal);
        var count = Counting.Count($"{One}\n{with}\n{with}\n{with.Replace("note", "ville", StringComparison.Ordinal)}\n");

        Assert.Equal("DRO-6=1", count.Told());
        Assert.Equal("UnknownColumn 2 note, UnknownColumn 4 ville", count.Warnings());
    }
}
