namespace Reporting.Api.Feed.Batch;

/// <summary>One request of a batch, as it was written.</summary>
/// <param name="Id">What the client calls it; null when it does not need to.</param>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Url">An absolute URL, an absolute path, or a URL below the service root.</param>
/// <param name="Headers">Its own headers: those of the batch are not inherited.</param>
/// <param name="DependsOn">The requests without which it makes no sense.</param>
internal sealed record BatchRequest(
    string? Id, string Method, string Url, IHeaderDictionary Headers, IReadOnlyList<string> DependsOn)
{
    /// <summary>Stands for several writes at once, which the feed refuses like any write.</summary>
    public static BatchRequest ChangeSet(string? id) => new(id, HttpMethods.Post, "", new HeaderDictionary(), []);
}
