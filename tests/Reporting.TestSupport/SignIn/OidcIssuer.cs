using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;

namespace Reporting.TestSupport.SignIn;

/// <summary>An OpenID Connect issuer on a port of its own: discovery, published keys, and tokens, good or forged.</summary>
public sealed class OidcIssuer : IDisposable
{
    private const int KeyBits = 2048;

    private readonly string _path;
    private readonly int _port = FreePort();
    private readonly RSA _foreign = RSA.Create(KeyBits);
    private HttpListener? _listener;
    private RSA _key = RSA.Create(KeyBits);
    private int _rotation = 1;
    private int _keyReads;
    private int _requests;

    /// <param name="path">What follows the host in its name: <c>/tenant/v2.0</c> for one that plays Entra ID.</param>
    /// <param name="isAway">Whether it does not answer yet.</param>
    public OidcIssuer(string path = "", bool isAway = false)
    {
        _path = path;
        if (!isAway)
        {
            Answer();
        }
    }

    /// <summary>Where it is.</summary>
    public string Site => $"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What its tokens call it.</summary>
    public string Name => Site + _path;

    /// <summary>Whether it answers nothing but errors.</summary>
    public bool IsBroken { get; set; }

    /// <summary>How often it was asked for anything.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How often its keys were asked for.</summary>
    public int KeyReads => Volatile.Read(ref _keyReads);

    private string KeyId => $"cle-{_rotation.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Signs with a new key from now on, and publishes it alone.</summary>
    public void Rotate()
    {
        _key = RSA.Create(KeyBits);
        _rotation++;
    }

    public void Answer()
    {
        _listener = new() { Prefixes = { $"{Site}/" } };
        _listener.Start();
        _ = ServeAsync(_listener);
    }

    public void GoAway()
    {
        _listener?.Close();
        _listener = null;
    }

    /// <summary>A token for ten minutes, with the claims given; null leaves one out that is usually there.</summary>
    public string Token(Forgery forgery = Forgery.None, params (string Name, object? Value)[] claims)
    {
        var now = TimeProvider.System.GetUtcNow();
        var all = new Dictionary<string, object?>
        {
            ["iss"] = Name,
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(10).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in claims)
        {
            all[name] = value;
        }

        foreach (var left in all.Where(claim => claim.Value is null).Select(claim => claim.Key).ToList())
        {
            all.Remove(left);
        }

        return forgery switch
        {
            Forgery.None => SignedToken.Rs256(_key, KeyId, all),
            Forgery.Unsigned => SignedToken.Unsigned(KeyId, all),
            Forgery.PublicKeyAsSecret => SignedToken.Hs256(_key, KeyId, all),
            Forgery.ForeignKey => SignedToken.Rs256(_foreign, KeyId, all),
            Forgery.UnknownKey => SignedToken.Rs256(_foreign, Guid.NewGuid().ToString("D"), all),
            _ => throw new ArgumentOutOfRangeException(nameof(forgery), forgery, null),
        };
    }

    public void Dispose()
    {
        GoAway();
        _key.Dispose();
        _foreign.Dispose();
    }

    private async Task ServeAsync(HttpListener listener)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                Interlocked.Increment(ref _requests);
                var answer = IsBroken ? null : DocumentAt(context.Request.Url!.AbsolutePath);
                context.Response.StatusCode = IsBroken ? 500 : answer is null ? 404 : 200;
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer));
                context.Response.Close();
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // It went away.
        }
    }

    private object? DocumentAt(string path)
    {
        if (path == $"{_path}/.well-known/openid-configuration")
        {
            return new { issuer = Name, jwks_uri = $"{Name}/cles" };
        }

        if (path != $"{_path}/cles")
        {
            return null;
        }

        Interlocked.Increment(ref _keyReads);
        var published = _key.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA", use = "sig", kid = KeyId, n = Base64Url.EncodeToString(published.Modulus),
                    e = Base64Url.EncodeToString(published.Exponent),
                },
            },
        };
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
