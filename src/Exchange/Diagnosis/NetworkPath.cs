using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Exchange.Diagnosis;

/// <summary>The way from here to a host, step by step: name, connection, certificate.</summary>
/// <param name="clock">Tells whether a certificate ends soon.</param>
/// <param name="resolve">Finds the addresses of a name.</param>
internal sealed class NetworkPath(TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private static readonly TimeSpan EndsSoon = TimeSpan.FromDays(14);

    public NetworkPath(TimeProvider clock)
        : this(clock, Dns.GetHostAddressesAsync) { }

    public async Task<CheckResult> ResolveAsync(Uri target, CancellationToken cancel)
    {
        if (target.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return CheckResult.Skipped($"{target.Host} is an address already.");
        }
        try
        {
            var addresses = await resolve(target.IdnHost, cancel).ConfigureAwait(false);
            return addresses.Length > 0
                ? CheckResult.Passed(
                    $"{target.Host} is {string.Join(", ", addresses.Take(4).Select(one => one.ToString()))}."
                )
                : NoName(target, "no address");
        }
        catch (SocketException trouble)
        {
            return NoName(target, trouble.Message);
        }
    }

    public static async Task<CheckResult> ConnectAsync(Uri target, CancellationToken cancel)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(target.IdnHost, target.Port, cancel).ConfigureAwait(false);
            return CheckResult.Passed($"{target.Host} listens on port {target.Port}.");
        }
        catch (SocketException trouble)
        {
            return CheckResult.Failed(
                $"No connection to {target.Host} port {target.Port}: {trouble.Message.TrimEnd('.')}.",
                trouble.SocketErrorCode == SocketError.ConnectionRefused
                    ? "Nothing listens there, or a firewall refuses: check the address and the port."
                    : "Check the network, and whether a firewall lets this machine out; behind a proxy, set HTTPS_PROXY."
            );
        }
    }

    public async Task<CheckResult> AuthenticateAsync(Uri target, CancellationToken cancel)
    {
        X509Certificate2? certificate = null;
        var errors = SslPolicyErrors.None;
        var chainStatus = "";
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(target.IdnHost, target.Port, cancel).ConfigureAwait(false);
            var stream = new SslStream(socket.GetStream());
            await using (stream.ConfigureAwait(false))
            {
                var options = new SslClientAuthenticationOptions
                {
                    TargetHost = target.IdnHost,
                    // Looks at whatever is shown, to say what is wrong with it. Nothing is ever sent over this connection.
#pragma warning disable CA5359
                    RemoteCertificateValidationCallback = (_, shown, chain, found) =>
                    {
                        certificate = shown is null ? null : new X509Certificate2(shown);
                        errors = found;
                        chainStatus = string.Join(
                            ", ",
                            (chain?.ChainStatus ?? [])
                                .Select(one => one.Status.ToString())
                                .Distinct(StringComparer.Ordinal)
                        );
                        return true;
                    },
#pragma warning restore CA5359
                };
                await stream.AuthenticateAsClientAsync(options, cancel).ConfigureAwait(false);
                return Judge(target, stream.SslProtocol, certificate, errors, chainStatus);
            }
        }
        catch (Exception trouble) when (trouble is AuthenticationException or IOException or SocketException)
        {
            return CheckResult.Failed(
                $"{target.Host} port {target.Port} does not speak TLS as it should: {(trouble.InnerException ?? trouble).Message.TrimEnd('.')}.",
                "Check that the address is the service's; something in between may answer in its place."
            );
        }
        finally
        {
            certificate?.Dispose();
        }
    }

    private CheckResult Judge(
        Uri target,
        SslProtocols protocol,
        X509Certificate2? certificate,
        SslPolicyErrors errors,
        string chainStatus
    )
    {
        if (certificate is null)
        {
            return CheckResult.Failed(
                $"{target.Host} shows no certificate.",
                "Check that the address is the service's."
            );
        }
        var ends = new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        var shown =
            $"{protocol}; certificate of {NameOf(certificate)}, by {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, until {ends:yyyy-MM-dd}";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return CheckResult.Failed(
                $"The certificate is for another name than {target.Host}: {shown}.",
                "Something answers in the service's place: check the address, the DNS and any proxy that inspects TLS."
            );
        }
        if (errors != SslPolicyErrors.None)
        {
            return CheckResult.Failed(
                $"The certificate is not trusted here ({chainStatus}): {shown}.",
                "A proxy that inspects TLS has a root of its own: ask who runs it to install that root on this machine. "
                    + "If the certificate is out of date, check this machine's clock."
            );
        }
        return ends - clock.GetUtcNow() < EndsSoon
            ? CheckResult.Warning($"{shown}.", "The service's certificate ends soon; it is theirs to renew.")
            : CheckResult.Passed($"{shown}.");
    }

    private static string NameOf(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false);

    private static CheckResult NoName(Uri target, string why) =>
        CheckResult.Failed(
            $"{target.Host} has no address: {why.TrimEnd('.')}.",
            "Check the name, the network and the DNS; behind a proxy, set HTTPS_PROXY."
        );
}

/// <summary>What one step found.</summary>
internal readonly record struct CheckResult(CheckVerdict Verdict, string Detail, string? Remedy)
{
    public static CheckResult Passed(string detail) => new(CheckVerdict.Passed, detail, null);

    public static CheckResult Warning(string detail, string remedy) => new(CheckVerdict.Warning, detail, remedy);

    public static CheckResult Failed(string detail, string remedy) => new(CheckVerdict.Failed, detail, remedy);

    public static CheckResult Skipped(string detail) => new(CheckVerdict.Skipped, detail, null);
}
