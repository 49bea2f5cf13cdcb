using System.Text.Json;
using Reporting.Api.Json;
using Reporting.Domain;
using Reporting.Domain.Contracts;

namespace Reporting.Api.Contracts;

/// <summary>The digest of the one form that the same contract always takes.</summary>
internal static class ContractDigest
{
    public static string Of(Contract contract) =>
        Digest.Of(JsonSerializer.Serialize(ContractBody.From(contract), WireJson.TypeOf<ContractBody>()));
}
