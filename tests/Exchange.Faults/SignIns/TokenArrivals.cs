using System.Text;
using Exchange.Simulator;

namespace Exchange.Faults.SignIns;

/// <summary>Counts at the service how often each code and each refresh token was shown to it.</summary>
internal sealed class TokenArrivals
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<RequestRecord>> _bySecret = new(StringComparer.Ordinal);

    /// <summary>How many requests brought a code.</summary>
    public int Codes { get; private set; }

    /// <summary>How many requests brought a refresh token.</summary>
    public int Refreshes { get; private set; }

    /// <summary>How many brought again what had been answered whole with new tokens: only whoever never saw that answer may do so.</summary>
    public int BehindTokens =>
        _bySecret.Values.Sum(requests => requests.SkipWhile(one => !IsWhole(one)).Skip(1).Count());

    public void Hear(RequestRecord request, ReadOnlyMemory<byte> body)
    {
        if (request is not { Method: "POST", Path: "/codex/oauth/token" })
        {
            return;
        }
        var fields = Encoding
            .ASCII.GetString(body.Span)
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        lock (_gate)
        {
            var isCode = fields.TryGetValue("code", out var secret);
            secret ??= fields["refresh_token"];
            Codes += isCode ? 1 : 0;
            Refreshes += isCode ? 0 : 1;
            if (!_bySecret.TryGetValue(secret, out var requests))
            {
                _bySecret.Add(secret, requests = []);
            }
            requests.Add(request);
        }
    }

    private static bool IsWhole(RequestRecord request) =>
        request is { Status: 200, Fault: null or FaultKind.Slow or FaultKind.ClockSkew };
}
