using System.Security.Cryptography;

namespace Exchange.Simulator;

/// <summary>Counts every request to a service and keeps the last of them, so that a test can prove what left and what did not.</summary>
public sealed class RequestLog
{
    /// <summary>How many requests are kept.</summary>
    public const int Capacity = 10_000;

    private readonly object _gate = new();
    private readonly Queue<RequestRecord> _last = new();
    private readonly Dictionary<int, long> _byStatus = [];
    private long _count;

    /// <summary>
    /// Hears of every request with its body, before the reply leaves; the body is good for as long as the call lasts. For whoever counts
    /// what arrives without keeping it: the log itself keeps no body, because bodies hold secrets.
    /// </summary>
    public Action<RequestRecord, ReadOnlyMemory<byte>>? Arrived { get; set; }

    /// <summary>All requests since the start or the last <see cref="Clear"/>.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>The last requests, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Last
    {
        get
        {
            lock (_gate)
            {
                return [.. _last];
            }
        }
    }

    /// <summary>How many requests were answered with each status; 0 stands for no reply.</summary>
    public IReadOnlyDictionary<int, long> ByStatus
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<int, long>(_byStatus);
            }
        }
    }

    /// <summary>Forgets what was counted and kept.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _last.Clear();
            _byStatus.Clear();
            _count = 0;
        }
    }

    internal void Add(Http.Call call, string query, int status, FaultKind? fault)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(call.NowMs);
        var path = query.Length == 0 ? call.Path : $"{call.Path}?{query}";
        var isIdentified = Http.IdentificationHeaders.AreAllPresent(call.Headers);
        var hash = call.Body.IsEmpty ? null : Convert.ToHexString(SHA256.HashData(call.Body.Span)).ToLowerInvariant();
        RequestRecord request;
        lock (_gate)
        {
            _count++;
            _byStatus[status] = _byStatus.GetValueOrDefault(status) + 1;
            if (_last.Count == Capacity)
            {
                _last.Dequeue();
            }
            request = new(_count, time, call.Method, path, call.AccountName, status, fault, isIdentified, hash);
            _last.Enqueue(request);
        }
        Arrived?.Invoke(request, call.Body);
    }
}
