using Reporting.Domain.Contracts;
using Reporting.Domain.Counting;
using Reporting.Domain.Returns;
using Reporting.Domain.Tests.Returns;
using static Reporting.Domain.Catalogue.Indicators;

namespace Reporting.Domain.Tests.Counting.Rules;

public sealed class GObligatoireTests
{
    [Fact]
    public void Every_indicator_of_the_contract_has_a_line() =>
        Assert.Empty(Under(ContractOf(Enf2, Dro6), true, Declared("DRO-6", 10), Declared("ENF-2", 3)).Told());

    [Fact]
    public void A_missing_line_is_a_warning_before_deposit_and_an_error_then()
    {
        Assert.Equal(["avertissement G-OBLIGATOIRE ligne-manquante /indicateurs"],
            Under(ContractOf(Enf2, Dro6), false, Declared("DRO-6", 10)).Told());
        Assert.Equal(["erreur G-OBLIGATOIRE ligne-manquante /indicateurs"],
            Under(ContractOf(Enf2, Dro6), true, Declared("DRO-6", 10)).Told());
    }

    [Fact]
    public void Missing_lines_are_named_in_one_finding()
    {
        Assert.Equal(["ENF-2 est rattaché au contrat et doit avoir une ligne."],
            Under(ContractOf(Enf2), true).Findings.Select(finding => finding.Message.Text));
        Assert.Equal(["ENF-2, EMP-1 et DRO-6 sont rattachés au contrat et doivent avoir une ligne."],
            Under(ContractOf(Dro6, Enf2, Emp1), true).Findings.Select(finding => finding.Message.Text));
    }

    [Fact]
    public void A_line_outside_the_contract_is_a_warning_even_at_deposit() =>
        Assert.Equal(["avertissement G-OBLIGATOIRE hors-contrat /indicateurs/1"],
            Under(ContractOf(Dro6), true, Declared("DRO-6", 10), Declared("ENF-2", 3)).Told());

    [Fact]
    public void Without_a_contract_nothing_can_be_deposited()
    {
        Assert.Equal(["avertissement G-OBLIGATOIRE contrat-absent /indicateurs"],
            Under(null, false, Declared("DRO-6", 10)).Told());
        Assert.Equal(["erreur G-OBLIGATOIRE contrat-absent /indicateurs"],
            Under(null, true, Declared("DRO-6", 10)).Told());
    }

    [Fact]
    public void A_derived_line_is_a_line_and_a_contracted_one_that_nobody_posted_is_told()
    {
        var mobility = Line("TES-2", C("4.1", 9, fundingAxis: "emploi", withoutFollowUp: 0));

        var told = Assert.Single(Under(ContractOf(Emp1, Tes2), true, mobility).Findings);
        Assert.Equal(("G-OBLIGATOIRE", Severity.Warning, "ligne-deduite", "/indicateurs"),
            (told.Rule, told.Severity, told.Message.Code, told.Pointer));
        Assert.Empty(Under(ContractOf(Tes2), true, mobility).Told());
    }

    private static CountedReturn Under(Contract? contract, bool forDeposit, params ReturnLine[] lines) =>
        ReturnCounter.Count(new(Year, lines), new(contract, Before(), forDeposit));
}
