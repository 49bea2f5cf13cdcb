using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reporting.Cli.Service;

/// <summary>
/// What is said to the service and what it may answer, written and read without reflection so that the program can be trimmed; one that breaks
/// the contract is met here, not as a null further on.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IssuedToken))]
[JsonSerializable(typeof(Simulation))]
[JsonSerializable(typeof(StoredReturn))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(DepositRequest))]
internal sealed partial class AnswerContract : JsonSerializerContext;
