using Reporting.Domain.Participations.Emission;
using Reporting.Domain.Participations.Keys;
using Reporting.Domain.Participations.Records;
using static Reporting.Domain.Participations.Records.CountedIndicator;

namespace Reporting.Domain.Participations.Reading;

/// <summary>Takes the records that one thread reads: checks each, and writes down what it says of its key.</summary>
internal sealed class RecordTaker(KeyStore store, RecordChecks checks)
{
    private static readonly uint Details = ParticipationColumn.Categories.Bit() | ParticipationColumn.Session.Bit();

    private readonly KeyWriter _keys = store.AddWriter();
    private readonly RecordReader _reader = new();
    private readonly SessionCache _sessions = new(store.Sessions);

    /// <summary>Readable records of each indicator.</summary>
    public long[] Records { get; } = new long[Catalogue.Indicators.All.Count];

    /// <summary>The categories on readable records of EMP-1 and of TES-2 funded by <c>emploi</c>.</summary>
    public RecordCategories Categories { get; private set; }

    /// <summary>DRO-1: by action, whether participants came to a desk, and not only to meetings.</summary>
    public bool[] Desks { get; } = new bool[ActionIndex.Count];

    /// <summary>From now on the columns are others.</summary>
    public void ForgetColumns() => _reader.ForgetColumns();

    /// <summary>Takes a record, or notes why it is rejected.</summary>
    public void Take<TFields>(scoped in TFields fields, long line, ChunkOutcome outcome)
        where TFields : IRecordFields, allows ref struct
    {
        outcome.Records++;
        if (_reader.Read(fields, out var record, out var column) is { } reason)
        {
            outcome.Rejected.Add((line, column, reason));
            return;
        }

        Records[(int)record.Indicator]++;
        var check = checks.Check(record);
        var group = RecordGroup.Of(record);
        if (record.Indicator == Dro4)
        {
            outcome.AddPost(line, fields, record, group, check);
            return;
        }

        var isRetained = check == RecordOutcome.Retained;
        var person = fields[ParticipationColumn.Person];
        if (CountsHouseholds(group) && fields[ParticipationColumn.Household] is { IsEmpty: false } household)
        {
            _keys.AddHousehold(household, new(group, check, RecordCategories.None, 0), isRetained ? person : []);
            return;
        }

        var session = 0;
        if ((fields.Given & Details) != 0)
        {
            session = isRetained && record.Indicator is Emp2 or Dro3 ? _sessions.NumberOf(fields[ParticipationColumn.Session]) : 0;
            Categories |= record.Indicator == Emp1 || group.Section == GroupSection.FundedByEmployment ? record.Codes.Categories : RecordCategories.None;
        }

        if (record.Codes.Modality == RecordModality.Desk)
        {
            Desks[record.Action.Value] |= record.Indicator == Dro1;
        }

        _keys.AddPerson(person, new(group, check, isRetained ? record.Codes.Categories : RecordCategories.None, session));
    }

    private static bool CountsHouseholds(RecordGroup group) => group switch
    {
        { Indicator: Enf1 or Tes1 } or { Section: GroupSection.HomeVisits } => true,
        _ => false,
    };
}
