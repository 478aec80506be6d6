namespace Exchange.Simulator.BitoPro.Auth;

/// <summary>
/// The last nonces of one key. Parallel clients reorder requests, so a nonce must be new, not larger: open question 4 of
/// bitopro.md leaves the live rule open.
/// </summary>
internal sealed class SeenNonces
{
    private const int Remembered = 1 << 17;

    private readonly object _gate = new();
    private readonly HashSet<long> _seen = [];
    private readonly Queue<long> _order = new();

    /// <summary>Remembers a nonce; false when it was seen before.</summary>
    public bool Accept(long nonce)
    {
        lock (_gate)
        {
            if (!_seen.Add(nonce))
            {
                return false;
            }
            _order.Enqueue(nonce);
            if (_order.Count > Remembered)
            {
                _seen.Remove(_order.Dequeue());
            }
            return true;
        }
    }
}
