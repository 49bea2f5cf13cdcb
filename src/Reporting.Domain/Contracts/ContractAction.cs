using Reporting.Domain.Catalogue;

namespace Reporting.Domain.Contracts;

/// <summary>A fiche action of a contract (Annexe 8, annexe 2).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title, in French.</param>
/// <param name="Indicators">The national indicators that it feeds, without repetition.</param>
public sealed record ContractAction(ActionNumber Number, string Title, IReadOnlyList<Indicator> Indicators);
