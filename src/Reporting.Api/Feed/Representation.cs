using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Reporting.Api.Feed.Requests;
using Reporting.Domain.Secrecy;
using Reporting.Store.Journal;

namespace Reporting.Api.Feed;

/// <summary>
/// What an answer is a representation of: its tag is that of the data version, the release that writes it, and all
/// of the request that it depends on. A client that has it already is told so, before anything is read. The tag is weak,
/// for the same rows may be sent in other bytes, compressed or not.
/// </summary>
internal static class Representation
{
    private const string MaxVersion = "OData-MaxVersion";

    private static readonly string Vary = string.Join(
        ", ", HeaderNames.Accept, HeaderNames.AcceptEncoding, "Prefer", MaxVersion, HeaderNames.Authorization);

    // What reads the store and what decides on secrecy are in assemblies of their own.
    private static readonly string Release = string.Join('\n',
        from part in (Type[])[typeof(Representation), typeof(DataVersion), typeof(Audience)]
        select part.Module.ModuleVersionId.ToString("N"));

    public static EntityTagHeaderValue Tag(HttpRequest request, FeedRequest asked, DataVersion version)
    {
        string[] parts =
        [
            Release, version.Hash, asked.Url.AbsoluteUri, request.Headers.Accept.ToString(), request.Headers["Prefer"].ToString(),
            request.Headers[MaxVersion].ToString(),
            asked.Reading.Audience.ToString(),
        ];
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return new($"\"{Convert.ToHexStringLower(digest.AsSpan(0, 16))}\"", isWeak: true);
    }

    /// <summary>Puts the tag on an answer that turns out well; true when the client has it already, which it is then told.</summary>
    public static bool IsKnown(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && !IsWithheld(context.Response))
            {
                var headers = context.Response.GetTypedHeaders();
                headers.ETag = tag;
                headers.CacheControl = new() { Private = true, NoCache = true };
                context.Response.Headers.Vary = Vary;
            }

            return Task.CompletedTask;
        });
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    /// <summary>Keeps an answer from being known again.</summary>
    public static void Withhold(HttpResponse response) =>
        response.GetTypedHeaders().CacheControl = new() { Private = true, NoStore = true };

    public static bool IsWithheld(HttpResponse response) => response.Headers.CacheControl.Count > 0;
}
