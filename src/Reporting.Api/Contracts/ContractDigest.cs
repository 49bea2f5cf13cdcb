using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reporting.Api.Json;
using Reporting.Domain.Contracts;

namespace Reporting.Api.Contracts;

/// <summary>SHA-256 of the one form that the same contract always takes.</summary>
internal static class ContractDigest
{
    public static string Of(Contract contract) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(ContractBody.From(contract), WireJson.TypeOf<ContractBody>()))));
}
