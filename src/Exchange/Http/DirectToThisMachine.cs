using System.Net;

namespace Exchange.Http;

/// <summary>
/// The machine's own proxy, but never for this machine: plain http goes to loopback only (design.md section 6), and a proxy would read it.
/// </summary>
internal sealed class DirectToThisMachine(IWebProxy proxy) : IWebProxy
{
    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy.GetProxy(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
