using Reporting.Domain.Participations;

namespace Reporting.Domain.Tests.Participations;

/// <summary>The ways in which CSV may be written.</summary>
public sealed class CsvFormTests
{
    [Theory]
    [InlineData("action,indicateur,personne,date\n3.1,DRO-6,a,2024-05-01\n3.1,DRO-6,b,2024-05-01\n", "DRO-6=2")]
    [InlineData("action;indicateur;personne;date\n3.1;DRO-6;a;2024-05-01\n", "DRO-6=1")]
    [InlineData("date,personne,indicateur,action\n2024-05-01,a,DRO-6,3.1\n", "DRO-6=1")]
    [InlineData("action,indicateur,personne,date\r\n3.1,DRO-6,a,2024-05-01\r\n3.1,DRO-6,b,2024-05-01\r\n", "DRO-6=2")]
    [InlineData("action,indicateur,personne,date\r\n3.1,DRO-6,a,2024-05-01\n3.1,DRO-6,b,2024-05-01\r\n", "DRO-6=2")]
    [InlineData("action,indicateur,personne,date\n3.1,DRO-6,a,2024-05-01", "DRO-6=1")]
    [InlineData("\uFEFFaction,indicateur,personne,date\n3.1,DRO-6,a,2024-05-01\n", "DRO-6=1")]
    [InlineData("\uFEFF\"action\",\"indicateur\",\"personne\",\"date\"\n3.1,DRO-6,a,2024-05-01\n", "DRO-6=1")]
    [InlineData("action,indicateur,personne,date\n\"3.1\",\"DRO-6\",\"a\",\"2024-05-01\"\n3.1,DRO-6,a,2024-05-01\n", "DRO-6=1")]
    [InlineData("action,indicateur,personne,date\n3.1,DRO-6,\"a\"\"b\",2024-05-01\n3.1,DRO-6,\"a,b\",2024-05-01\n", "DRO-6=2")]
    [InlineData("action,indicateur,personne,date\n3.1,DRO-6,a\"b,2024-05-01\n3.1,DRO-6,\"a\"\"b\",2024-05-01\n", "DRO-6=1")]
    [InlineData("action,indicateur,personne,date\n\n3.1,DRO-6,a,2024-05-01\n\r\n\n", "DRO-6=1")]
    [InlineData("action,indicateur,personne,date\n3.1,DRO-6,Zoé,2024-05-01\n3.1,DRO-6,Zoë,2024-05-01\n", "DRO-6=2")]
    [InlineData("action,indicateur,personne,date\n3.1,DRO-6, a,2024-05-01\n3.1,DRO-6,a,2024-05-01\n3.1,DRO-6,A,2024-05-01\n", "DRO-6=3")]
    public void Records_are_read(string text, string told) => Assert.Equal(told, Counting.Count(text).Told());

    [Fact]
    public void A_line_break_within_quotes_ends_no_record_and_lines_are_still_numbered_right() => Assert.Equal(
        "DRO-6=2, 5 date manquant",
        Counting.Count("action,indicateur,personne,date,note\n3.1,DRO-6,a,2024-05-01,\"une\nnote \"\"longue\"\"\n\"\n3.1,DRO-6,b,,\n3.1,DRO-6,b,2024-05-01,\n").Told());

    [Fact]
    public void Columns_that_are_not_known_are_told_once_and_not_read()
    {
        var count = Counting.Count("nom,action,indicateur,personne,date,ville\nx,3.1,DRO-6,a,2024-05-01,y\nx,3.1,DRO-6,b,2024-05-01,y\n");

        Assert.Equal("DRO-6=2", count.Told());
        Assert.Equal("UnknownColumn 1 nom, UnknownColumn 1 ville", count.Warnings());
    }

    [Theory]
    [InlineData("3.1,DRO-6,a\n", "2  nombre-de-champs")]
    [InlineData("3.1,DRO-6,a,2024-05-01,\n", "2  nombre-de-champs")]
    [InlineData("3.1,DRO-6,\"a\"b,2024-05-01\n", "2  guillemets")]
    [InlineData("3.1,DRO-6,a,2024-05-01\r3.1,DRO-6,b,2024-05-01\n", "2  nombre-de-champs")]
    [InlineData("3.1,DRO-6,a\0,2024-05-01\n", "2  octet-nul")]
    [InlineData("\"3.1\",DRO-6,a\0,2024-05-01\n", "2  octet-nul")]
    public void A_record_of_the_wrong_form_is_rejected(string record, string told) =>
        Assert.Equal("DRO-6=1, " + told, Counting.Count($"action,indicateur,personne,date\n{record}3.1,DRO-6,z,2024-05-01\n").Told());

    [Theory]
    [InlineData("action,indicateur,personne,date,date\n3.1,DRO-6,a,2024-05-01,\n", "nomme deux fois date")]
    [InlineData("action,indicateur,personne\n3.1,DRO-6,a\n", "ne nomme pas date")]
    [InlineData("Action,indicateur,personne,date\n3.1,DRO-6,a,2024-05-01\n", "ne nomme pas action")]
    [InlineData("action\tindicateur\tpersonne\tdate\n", "ne nomme pas action, indicateur, personne, date")]
    public void A_header_that_says_too_little_or_twice_is_refused(string text, string told)
    {
        var refused = Counting.Refuse(text);

        Assert.Equal((RefusalReason.Header, "f", 1), (refused.Reason, refused.Source, refused.Line));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }
}
