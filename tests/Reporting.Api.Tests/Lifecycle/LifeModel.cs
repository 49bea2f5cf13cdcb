using Reporting.Domain.Campaigns;

namespace Reporting.Api.Tests.Lifecycle;

/// <summary>
/// What the return of Rennes should be after anything was tried on it, written down as plainly as can be and without
/// any of the product's code but the legal time.
/// </summary>
internal sealed class LifeModel
{
    private static readonly DateTimeOffset Opens = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset Closes = new(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(2));
    private const int Recounted = 1000;

    private readonly List<Written> _versions = [];
    private readonly List<Written> _deposits = [];
    private readonly List<Written> _validations = [];
    private readonly List<DateTimeOffset> _exceptions = [];
    private DateTimeOffset? _answerUntil;

    private sealed class Written(int number, decimal posted, bool underOldRules)
    {
        public int Number => number;

        public decimal Posted => posted;

        public bool UnderOldRules => underOldRules;

        public string State { get; set; } = "brouillon";

        public int? RecountOf { get; init; }

        public bool IsReplaced { get; set; }

        // The old rules of these tests counted a thousand too many.
        public decimal Counted => posted + (underOldRules ? Recounted : 0);
    }

    public IEnumerable<(int Version, string State, int? RecountOf)> Versions =>
        _versions.Select(version => (version.Number, version.State, version.RecountOf));

    public int? Validated => StandingValidation?.Number;

    public int? Awaiting => _deposits is [.., { State: "deposee" } last] ? last.Number : null;

    public int? InForce => Validated ?? Awaiting;

    public decimal? Figure => InForce is { } number ? _versions[number - 1].Counted : null;

    public bool IsProvisional => Validated is null;

    private Written? StandingValidation => _validations.LastOrDefault(version => version is { State: "validee", IsReplaced: false });

    // What the owner posted last, in its last recount.
    private Written? Latest
    {
        get
        {
            var latest = _versions.LastOrDefault(version => version.RecountOf is null);
            while (latest is not null && _versions.Find(version => version.RecountOf == latest.Number) is { } recount)
            {
                latest = recount;
            }

            return latest;
        }
    }

    public bool IsOpen(DateTimeOffset now) =>
        (Opens <= now && now < Closes) || _exceptions.Exists(until => now < until) || now < _answerUntil;

    public (int Status, string? Problem) Put(Actor actor, decimal value, DateTimeOffset now)
    {
        if (NotOwner(actor) is { } refused)
        {
            return refused;
        }

        if (!IsOpen(now))
        {
            return (409, "campagne-fermee");
        }

        if (Latest is { UnderOldRules: false } latest && latest.Posted == value && latest.State != "renvoyee")
        {
            return (200, null);
        }

        _versions.Add(new(_versions.Count + 1, value, false));
        return (_versions.Count == 1 ? 201 : 200, null);
    }

    public (int Status, string? Problem) Deposit(Actor actor, DateTimeOffset now)
    {
        if (NotOwner(actor) is { } refused)
        {
            return refused;
        }

        if (!IsOpen(now))
        {
            return (409, "campagne-fermee");
        }

        switch (Latest)
        {
            case null:
                return (404, "introuvable");
            case { State: "renvoyee" }:
                return (409, "etat-incompatible");
            case { State: "brouillon" } draft:
                draft.State = "deposee";
                _deposits.Add(draft);
                break;
        }

        return (200, null);
    }

    public (int Status, string? Problem) Validate(Actor actor, int? version)
    {
        var (target, refused) = Reviewed(actor, version, mayUndo: false);
        if (target is null)
        {
            return refused;
        }

        if (target.State == "validee")
        {
            return (200, null);
        }

        if (target.Number != Awaiting)
        {
            return (409, "etat-incompatible");
        }

        target.State = "validee";
        _validations.Add(target);
        _answerUntil = null;
        return (200, null);
    }

    public (int Status, string? Problem) SendBack(Actor actor, int? version, DateTimeOffset now)
    {
        var (target, refused) = Reviewed(actor, version, mayUndo: actor is Actor.Dgcs);
        if (target is null)
        {
            return refused;
        }

        if (target.Number != Awaiting && !(target.Number == Validated && actor is Actor.Dgcs))
        {
            return (409, "etat-incompatible");
        }

        target.State = "renvoyee";
        _answerUntil = ParisTime.StartOf(ParisTime.DayOf(now).AddDays(16));
        return (200, null);
    }

    public (int Status, string? Problem) Grant(Actor actor, DateTimeOffset until)
    {
        if (actor is not Actor.Dgcs)
        {
            return (403, "role-insuffisant");
        }

        _exceptions.Add(until);
        return (201, null);
    }

    public void Revoke(int rank, DateTimeOffset now) => _exceptions[rank] = now < _exceptions[rank] ? now : _exceptions[rank];

    /// <summary>What a release with other rules wrote before this one: counted otherwise, and deposited.</summary>
    public void DepositUnderOldRules(decimal value)
    {
        var version = new Written(_versions.Count + 1, value, true) { State = "deposee" };
        _versions.Add(version);
        _deposits.Add(version);
    }

    public (int Status, string? Problem) Recount(Actor actor, bool simulation)
    {
        if (actor is not Actor.Dgcs)
        {
            return (403, "role-insuffisant");
        }

        foreach (var number in simulation ? [] : new[] { Validated, Awaiting })
        {
            if (number is { } live && _versions[live - 1] is { UnderOldRules: true } old)
            {
                old.IsReplaced = true;
                var recount = new Written(_versions.Count + 1, old.Posted, false) { State = old.State, RecountOf = old.Number };
                _versions.Add(recount);
                (old.State == "validee" ? _validations : _deposits).Add(recount);
            }
        }

        return (200, null);
    }

    private static (int, string?)? NotOwner(Actor actor) => actor switch
    {
        Actor.Owner => null,
        Actor.Stranger => (404, "introuvable"),
        Actor.Commissaire or Actor.OtherCommissaire or Actor.Dgcs or Actor.Lecteur => (403, "role-insuffisant"),
        _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, null),
    };

    // A review that names nothing means the only version ever deposited, and nothing when there are two.
    private (Written? Target, (int, string?) Refused) Reviewed(Actor actor, int? version, bool mayUndo)
    {
        if (actor is Actor.Owner or Actor.Stranger or Actor.Lecteur)
        {
            return (null, (403, "role-insuffisant"));
        }

        if (actor is Actor.OtherCommissaire || _versions is [])
        {
            return (null, (404, "introuvable"));
        }

        if (version is { } named)
        {
            return (_versions.Find(written => written.Number == named), (404, "introuvable"));
        }

        var meant = Awaiting ?? (mayUndo ? Validated : null);
        return _deposits is [var only] ? (only, default) : (null, (409, meant is null ? "etat-incompatible" : "version-a-nommer"));
    }
}
