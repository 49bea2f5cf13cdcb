using System.Security.Cryptography;
using System.Text;
using Reporting.Api.Access;
using Reporting.Api.Json;
using Reporting.Store.Idempotency;
using Reporting.Store.Journal;

namespace Reporting.Api.Idempotency;

/// <summary>A write that carries a key: what it asks, and the answer that is kept in the transaction of the write.</summary>
internal sealed class KeyedRequest
{
    private const int LongestRequest = 400;

    private readonly string _client;
    private readonly string _key;
    private readonly string _request;
    private readonly string _digest;
    private readonly AnswerSeals _seals;
    private readonly TimeProvider _time;
    private WrittenAnswer? _answer;

    private KeyedRequest(HttpContext http, string key, string digest, AnswerSeals seals, TimeProvider time)
    {
        _client = http.User.Actor();
        _key = key;
        _request = $"{http.Request.Method} {http.Request.Path}" is var request && request.Length > LongestRequest
            ? request[..LongestRequest]
            : request;
        _digest = digest;
        _seals = seals;
        _time = time;
    }

    /// <summary>Reads the whole request, which stays readable.</summary>
    public static async Task<KeyedRequest> ReadAsync(HttpContext http, string key, AnswerSeals seals, TimeProvider time)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{http.Request.Method}\n{http.Request.Path}\n{http.Request.QueryString}\n"));
        hash.AppendData(body.GetBuffer(), 0, (int)body.Length);
        body.Position = 0;
        http.Request.Body = body;
        http.Response.RegisterForDispose(body);
        var keyed = new KeyedRequest(http, key, Convert.ToHexStringLower(hash.GetHashAndReset()), seals, time);
        http.Features.Set(keyed);
        return keyed;
    }

    /// <summary>Makes ready the answer that is given if the write about to be tried takes place.</summary>
    public void Answering(WrittenAnswer answer) => _answer = answer;

    public Act Keeping(Act act) => KeptAnswerStore.Together(act, () => _answer is null ? null : Kept(_answer));

    public KeptAnswer Kept(WrittenAnswer answer) => new()
    {
        Client = _client,
        KeyDigest = KeyDigest,
        Request = _request,
        Digest = _digest,
        RecordedAt = _time.GetUtcNow(),
        Status = answer.Status,
        ContentType = answer.ContentType,
        ETag = answer.ETag,
        Location = answer.Location,
        SealedBody = _seals.Close(answer.Body, _key, _client),
    };

    public Task<KeptAnswer?> FindAsync(KeptAnswerStore store, CancellationToken cancel) => store.FindAsync(_client, KeyDigest, cancel);

    /// <summary>Whether what is kept is this very answer.</summary>
    public bool Holds(KeptAnswer kept, WrittenAnswer answer) => kept.Digest == _digest && Open(kept) == answer;

    /// <summary>What a repetition is answered; a refusal when the key was given to another request.</summary>
    public IResult Replay(KeptAnswer kept) =>
        kept.Digest == _digest ? Open(kept) is { } answer ? new ReplayedAnswer(answer) : KeyProblems.Unopened
        : kept.Request == _request ? KeyProblems.OtherBody
        : KeyProblems.OtherRequest(kept.Request);

    private string KeyDigest => Domain.Digest.Of(_key);

    private WrittenAnswer? Open(KeptAnswer kept) => _seals.Open(kept.SealedBody, _key, _client) is { } body
        ? new(kept.Status, kept.ContentType, body, kept.ETag, kept.Location)
        : null;
}
