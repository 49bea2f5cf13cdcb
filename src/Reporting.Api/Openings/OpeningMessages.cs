using Reporting.Domain.Returns;

namespace Reporting.Api.Openings;

/// <summary>The French messages about dates that open or close a return, each with a stable code.</summary>
internal static class OpeningMessages
{
    public static readonly Message EndsInThePast = new("fin-passee", "La fin doit être à venir.");
}
