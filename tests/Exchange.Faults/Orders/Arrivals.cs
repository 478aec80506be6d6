using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>Counts at the service how often each thing was asked for, whatever became of it.</summary>
internal sealed class Arrivals(IServiceUnderFaults service)
{
    private readonly object _gate = new();
    private readonly Dictionary<string, List<RequestRecord>> _byMark = new(StringComparer.Ordinal);

    /// <summary>How many things were asked for.</summary>
    public int Marks => _byMark.Count;

    /// <summary>How many requests asked for something once more.</summary>
    public int Again => _byMark.Values.Sum(requests => requests.Count - 1);

    /// <summary>How many of those the contract does not allow.</summary>
    public int Forbidden =>
        _byMark.Values.Sum(requests => requests.Skip(1).Where((again, i) => !May(requests[i], again)).Count());

    public void Hear(RequestRecord request, ReadOnlyMemory<byte> body)
    {
        foreach (var mark in service.MarksOf(request, body))
        {
            lock (_gate)
            {
                if (!_byMark.TryGetValue(mark, out var requests))
                {
                    _byMark.Add(mark, requests = []);
                }
                requests.Add(request);
            }
        }
    }

    // The very bytes, and only behind an answer of the service's own that came whole.
    private bool May(RequestRecord before, RequestRecord again) =>
        service.MayRepeatRefused
        && before.BodyHash == again.BodyHash
        && before.Fault is null or FaultKind.Slow or FaultKind.ClockSkew;
}
