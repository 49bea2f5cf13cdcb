namespace Reporting.Api.Tests.Feed;

// The rows, in the order of the key:
//   B 2024 243300316 EMP-1  cible null  valeur 900.5   taux null    commentaire null                            12/03/2025 09:30
//   A 2024 243300316 ENF-1  cible 420   valeur 410     taux 0.9762  "Compté à 50 % au 1er semestre" (29)        12/03/2025 09:30
//   D 2024 246700488 EMP-1  cible 500   valeur 0       taux 0       commentaire null          fictive           14/03/2025 08:00:00.5
//   C 2024 246700488 ENF-1  cible 300   valeur 300     taux 1       "L'eau_bleue [a]" (15)    fictive           14/03/2025 08:00:00.5
//   E 2025 243300316 ENF-1  cible 450   valeur 455.25  taux 1.0117  ""                                          02/03/2026 10:15:30.123
public class FeedExpressionTests(SampleFeed host) : IClassFixture<SampleFeed>
{
    [Theory]
    [InlineData("Valeur add 10 eq Cible", "A")]
    [InlineData("Cible sub Valeur eq 10", "A")]
    [InlineData("Valeur mul 2 gt 900", "B E")]
    [InlineData("Valeur add 0.1 eq 410.1", "A")]
    [InlineData("0.1 add 0.2 eq 0.3", "B A D C E")]
    [InlineData("Valeur mul 0.1 eq 45.525", "E")]
    [InlineData("TauxRealisation mul TauxRealisation eq 1.02353689", "E")]
    [InlineData("-Valeur lt -455", "B E")]
    [InlineData("Annee add 1 eq 2026", "E")]
    [InlineData("Annee div 2 eq 1012", "B A D C E")]
    [InlineData("Annee div 2.0 eq 1012.5", "E")]
    [InlineData("-7 div 2 eq -3 and -7 mod 2 eq -1", "B A D C E")]
    [InlineData("-7.5 mod 2 eq -1.5", "B A D C E")]
    [InlineData("0.3 mod 0.1 eq 0", "B A D C E")]
    [InlineData("Valeur div 3 eq 100", "C")]
    [InlineData("Valeur div 7 eq 58.571429", "A")]
    [InlineData("3.0 div 640 eq 0.004688", "B A D C E")]
    [InlineData("Cible div Valeur gt 0", "A C E")]
    [InlineData("Cible div Valeur eq null", "B D")]
    [InlineData("Cible mod Valeur eq null and Cible div Valeur eq null", "B D")]
    [InlineData("Annee div (Annee sub 2024) eq null", "B A D C")]
    [InlineData("Annee mod (Annee sub 2024) eq null", "B A D C")]
    [InlineData("Annee mod 2 eq 1", "E")]
    [InlineData("Valeur mod 100 eq 0.5", "B")]
    [InlineData("Cible add 1 eq null", "B")]
    [InlineData("null add 1 eq null", "B A D C E")]
    [InlineData("Valeur mul TauxRealisation mul 100 gt 40000", "A E")]
    public async Task Arithmetic_is_decimal_and_null_stays_null(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter));

    [Theory]
    [InlineData("9223372036854775807 add 1 gt 0", 400)]
    [InlineData("9223372036854775807 sub -1 gt 0", 400)]
    [InlineData("9223372036854775807 mul 1 gt 0", 400)]
    [InlineData("-9223372036854775808 div -1 gt 0", 400)]
    [InlineData("-9223372036854775808 mod -1 eq 0", 400)]
    [InlineData("4611686018427387904 add 4611686018427387903 gt 0", 400)]
    [InlineData("Annee mul Annee gt 0", 200)]
    [InlineData("Annee mul Annee mul 3 gt 0", 400)]
    [InlineData("9223372036854775807 gt Annee", 200)]
    [InlineData("-9223372036854775808 lt Annee", 200)]
    [InlineData("substring(Commentaire,2147483647) eq ''", 200)]
    [InlineData("substring(Commentaire,0,2147483647) eq Commentaire", 200)]
    [InlineData("Valeur mul 10000000000000000 gt 0", 400)]
    [InlineData("1 div (1 div (1 div (1 div Valeur))) gt 0", 200)]
    [InlineData("1.0 div (1.0 div (1.0 div (1.0 div Valeur))) gt 0", 200)]
    public async Task What_no_engine_could_count_is_refused_and_nothing_else(string filter, int status) =>
        Assert.Equal(status, (int)(await host.SendAsync($"Resultats?$filter={filter}")).StatusCode);

    [Theory]
    [InlineData("Annee div 0 eq null")]
    [InlineData("Annee mod 0 eq null")]
    [InlineData("Valeur div 0.0 gt 1")]
    [InlineData("0 mod -0 gt 1")]
    [InlineData("Valeur div @zero gt 1&@zero=0")]
    public async Task What_the_URL_divides_by_zero_is_refused_as_such(string filter)
    {
        var response = await host.SendAsync($"Resultats?$filter={filter}");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(
            """{"error":{"code":"requete-mal-formee","message":"Une division par zéro n'a pas de valeur."}}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("round(Valeur) eq 901", "B")]
    [InlineData("round(-Valeur) eq -901", "B")]
    [InlineData("round(Valeur) eq 455", "E")]
    [InlineData("floor(Valeur) eq 455", "E")]
    [InlineData("floor(-Valeur) eq -456", "E")]
    [InlineData("ceiling(Valeur) eq 901", "B")]
    [InlineData("ceiling(-Valeur) eq -900", "B")]
    [InlineData("round(9.5) eq 10 and floor(Annee) eq 2025", "E")]
    [InlineData("cast(Annee,Edm.String) eq '2025'", "E")]
    [InlineData("cast(Annee,'Edm.Decimal') div 2 eq 1012.5", "E")]
    [InlineData("cast('2025',Edm.Int32) eq Annee", "E")]
    [InlineData("cast('410.0',Edm.Decimal) eq Valeur", "A")]
    [InlineData("cast('3',Edm.Decimal) div 2 eq 1.5 and cast('3',Edm.Int64) div 2 eq 1", "B A D C E")]
    [InlineData("cast('deux',Edm.Int32) eq null and cast('1.5',Edm.Int32) eq null and cast('3000000000',Edm.Int32) eq null", "B A D C E")]
    [InlineData("Annee eq '2025'", "E")]
    [InlineData("'455.25' eq Valeur", "E")]
    [InlineData("Annee gt '2024.5' or Valeur lt '300'", "D E")]
    public async Task Numbers_are_rounded_away_from_zero_and_read_from_texts(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter));

    [Theory]
    [InlineData("length(Commentaire) eq 29", "A")]
    [InlineData("length(Commentaire) eq 0", "E")]
    [InlineData("length(Commentaire) eq null", "B D")]
    [InlineData("length('é😀 ') eq 3", "B A D C E")]
    [InlineData("indexof(Commentaire,'eau') eq 2", "C")]
    [InlineData("indexof(Commentaire,'z') eq -1", "A C E")]
    [InlineData("indexof(Commentaire,'') eq 0", "A C E")]
    [InlineData("indexof('😀é',Commentaire) eq -1", "A C")]
    [InlineData("indexof('😀é','é') eq 1", "B A D C E")]
    [InlineData("substring(Commentaire,2,3) eq 'eau'", "C")]
    [InlineData("substring(Commentaire,12) eq '[a]'", "C")]
    [InlineData("substring(Commentaire,99) eq ''", "A C E")]
    [InlineData("substring(Commentaire,-5,1) eq 'L'", "C")]
    [InlineData("substring(Commentaire,0,-1) eq ''", "A C E")]
    [InlineData("substring('a😀é',1,1) eq '😀'", "B A D C E")]
    [InlineData("tolower('ÉÀÇŒ') eq 'éàçœ' and toupper('éàçœ') eq 'ÉÀÇŒ'", "B A D C E")]
    [InlineData("tolower(Indicateur) eq 'enf-1'", "A C E")]
    [InlineData("contains(toupper(Commentaire),'COMPTÉ')", "A")]
    [InlineData("trim(' \t a b ') eq 'a b'", "B A D C E")]
    [InlineData("concat(Territoire,concat('/',Indicateur)) eq '246700488/EMP-1'", "D")]
    [InlineData("concat(Commentaire,' ') eq ' '", "E")]
    [InlineData("concat(Commentaire,'x') eq null", "B D")]
    [InlineData("endswith(Commentaire,'semestre')", "A")]
    [InlineData("endswith(Commentaire,'')", "A C E")]
    [InlineData("endswith('1',Indicateur)", "")]
    [InlineData("not endswith(Commentaire,'[a]')", "A E")]
    [InlineData("endswith(Commentaire,'[a] ')", "")]
    [InlineData("endswith(Indicateur,'F-1')", "A C E")]
    public async Task Texts_are_sequences_of_characters(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter));

    [Theory]
    [InlineData("'a' lt 'a '", "B A D C E")]
    [InlineData("'a ' gt 'a'", "B A D C E")]
    [InlineData("'a' le 'a' and 'a' ge 'a'", "B A D C E")]
    [InlineData("'a\t' gt 'a'", "B A D C E")]
    [InlineData("Indicateur lt 'ENF-1 '", "B A D C E")]
    [InlineData("Indicateur ge 'ENF-1 '", "")]
    [InlineData("Indicateur gt 'ENF-1'", "")]
    [InlineData("'z' lt 'é'", "B A D C E")]
    [InlineData("'Z' lt 'a'", "B A D C E")]
    public async Task Texts_sort_by_character_to_the_last_blank(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter.Replace("\t", "%09", StringComparison.Ordinal)));

    [Theory]
    [InlineData("year(DeposeLe) eq 2026", "E")]
    [InlineData("month(DeposeLe) eq 3 and day(DeposeLe) eq 14", "D C")]
    [InlineData("hour(DeposeLe) eq 9 and minute(DeposeLe) eq 30 and second(DeposeLe) eq 0", "B A")]
    [InlineData("second(DeposeLe) eq 30", "E")]
    [InlineData("fractionalseconds(DeposeLe) eq 0.123", "E")]
    [InlineData("fractionalseconds(DeposeLe) ge 0.5", "D C")]
    [InlineData("date(DeposeLe) eq 2025-03-14", "D C")]
    [InlineData("date(DeposeLe) lt DeposeLe", "B A D C E")]
    [InlineData("year(date(DeposeLe)) eq 2026", "E")]
    [InlineData("2025-03-14 gt date(DeposeLe)", "B A")]
    [InlineData("DeposeLe lt now()", "B A D C E")]
    [InlineData("year(2025-01-01T00:30:00+02:00) eq 2025 and date(2025-01-01T00:30:00+02:00) eq 2025-01-01", "B A D C E")]
    [InlineData("fractionalseconds(2025-01-01T00:00:00.1234567Z) eq 0.1234567", "B A D C E")]
    public async Task Times_have_parts(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter.Replace("+", "%2B", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Annee in (2025,2030)", "E")]
    [InlineData("not (Annee in (2025,2030))", "B A D C")]
    [InlineData("Cible in (null,420)", "B A")]
    [InlineData("Cible in (420,300.0)", "A C")]
    [InlineData("not (Cible in (420,300))", "B D E")]
    [InlineData("Indicateur in ('ENF-1 ','EMP-1')", "B D")]
    [InlineData("Commentaire in ('',null)", "B D E")]
    [InlineData("Commentaire in (' ')", "")]
    [InlineData("Fictif in (true)", "D C")]
    [InlineData("DeposeLe in (2025-03-12T10:30:00+01:00)", "B A")]
    [InlineData("Annee in ()", "")]
    [InlineData("Annee in (2025,null)", "E")]
    [InlineData("DimensionTerritoire/Nom in ('Bordeaux Métropole',null)", "B A E")]
    [InlineData("DimensionTerritoire/TerritoireContenant/Nom in ('x',null)", "B A D C E")]
    public async Task A_list_holds_values_and_null(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter.Replace("+", "%2B", StringComparison.Ordinal)));

    [Theory]
    [InlineData("(Annee eq 2024) eq Fictif", "D C E")]
    [InlineData("(Annee eq 2024) ne (Cible gt 400)", "B C E")]
    [InlineData("Fictif lt (Cible gt 400)", "A E")]
    [InlineData("contains(Commentaire,'a') eq null", "B D")]
    [InlineData("contains(Commentaire,'a') ne null", "A C E")]
    [InlineData("contains(Commentaire,'a') eq (Annee eq 2024)", "A C E")]
    [InlineData("not (contains(Commentaire,'a') eq Fictif)", "B A D")]
    [InlineData("(contains(Commentaire,'a') or Fictif) eq true", "A D C")]
    [InlineData("(contains(Commentaire,'a') or Fictif) eq null", "B")]
    [InlineData("(null eq true) eq false", "B A D C E")]
    public async Task Conditions_compare_like_values(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter));

    [Theory]
    [InlineData("Annee eq @a&@a=2025", "E")]
    [InlineData("contains(Commentaire,@texte)&@texte='eau'", "C")]
    [InlineData("@a and Fictif&@a=Valeur gt 0", "C")]
    [InlineData("Cible eq @a&@a=null", "B")]
    [InlineData("Cible eq @a", "B")]
    public async Task An_alias_stands_for_its_value(string filter, string expected) =>
        Assert.Equal(expected, await RowsAsync(filter));

    private async Task<string> RowsAsync(string filter) =>
        FeedData.LettersOf(await host.JsonAsync("Resultats?$select=Annee,Territoire,Indicateur&$filter=" + filter));
}
