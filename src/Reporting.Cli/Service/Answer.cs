using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Reporting.Cli.Service;

internal sealed record Answer(HttpStatusCode Status, string? ETag, TimeSpan? RetryAfter, Uri? Location, byte[] Body)
{
    /// <summary>What the service says that it is: <c>bac-a-sable</c>, or nothing for the real one.</summary>
    public string? Environment { get; init; }

    public bool Succeeded => Status is HttpStatusCode.OK or HttpStatusCode.Created;

    public string RequiredETag => ETag ?? throw Unreadable("sans en-tête ETag");

    public string Text => Encoding.UTF8.GetString(Body);

    public T Read<T>() where T : class => TryRead<T>() ?? throw Unreadable("d'une forme inconnue");

    public T? TryRead<T>() where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body, (JsonTypeInfo<T>)AnswerContract.Default.GetTypeInfo(typeof(T))!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Failure Unreadable(string how) => Failure.Unavailable(
        $"le service a donné une réponse {how} ({(int)Status}). Vérifiez que --url mène au service Reporting, et la version de cet outil.");
}
