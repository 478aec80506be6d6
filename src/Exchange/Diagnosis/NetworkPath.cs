using System.Globalization;
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
            return CheckResult.Skipped(
                Language.Choose($"{target.Host} is an address already.", $"{target.Host} 已是位址。")
            );
        }
        try
        {
            var addresses = await resolve(target.IdnHost, cancel).ConfigureAwait(false);
            return addresses.Length > 0
                ? CheckResult.Passed(Said(target, addresses))
                : NoName(target, Language.Choose("no address", "沒有位址"));
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
            return CheckResult.Passed(
                Language.Choose(
                    $"{target.Host} listens on port {target.Port}.",
                    $"{target.Host} 在連接埠 {target.Port} 上接聽。"
                )
            );
        }
        catch (SocketException trouble)
        {
            return CheckResult.Failed(
                Language.Choose(
                    $"No connection to {target.Host} port {target.Port}: {trouble.Message.TrimEnd('.')}.",
                    $"無法連線到 {target.Host} 的連接埠 {target.Port}：{trouble.Message.TrimEnd('.')}。"
                ),
                trouble.SocketErrorCode == SocketError.ConnectionRefused
                    ? Language.Choose(
                        "Nothing listens there, or a firewall refuses: check the address and the port.",
                        "那裡沒有程式接聽，或防火牆拒絕：請檢查位址與連接埠。"
                    )
                    : Language.Choose(
                        "Check the network, and whether a firewall lets this machine out; behind a proxy, set HTTPS_PROXY.",
                        "請檢查網路，以及防火牆是否允許這台電腦連出；若在代理伺服器之後，請設定 HTTPS_PROXY。"
                    )
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
                Language.Choose(
                    $"{target.Host} port {target.Port} does not speak TLS as it should: {Reason(trouble)}.",
                    $"{target.Host} 的連接埠 {target.Port} 沒有正確使用 TLS：{Reason(trouble)}。"
                ),
                Language.Choose(
                    "Check that the address is the service's; something in between may answer in its place.",
                    "請確認位址屬於該服務；中間可能有別的程式代為回應。"
                )
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
                Language.Choose($"{target.Host} shows no certificate.", $"{target.Host} 沒有出示憑證。"),
                Language.Choose("Check that the address is the service's.", "請確認位址屬於該服務。")
            );
        }
        var ends = new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);
        var until = ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var issuer = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true);
        var shown = Language.Choose(
            $"{protocol}; certificate of {NameOf(certificate)}, by {issuer}, until {until}",
            $"{protocol}；{NameOf(certificate)} 的憑證，由 {issuer} 簽發，有效至 {until}"
        );
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return CheckResult.Failed(
                Language.Choose(
                    $"The certificate is for another name than {target.Host}: {shown}.",
                    $"憑證的名稱不是 {target.Host}：{shown}。"
                ),
                Language.Choose(
                    "Something answers in the service's place: check the address, the DNS and any proxy that inspects TLS.",
                    "有別的程式代替服務回應：請檢查位址、DNS，以及檢查 TLS 的代理伺服器。"
                )
            );
        }
        if (errors != SslPolicyErrors.None)
        {
            return CheckResult.Failed(
                Language.Choose(
                    $"The certificate is not trusted here ({chainStatus}): {shown}.",
                    $"這台電腦不信任這張憑證（{chainStatus}）：{shown}。"
                ),
                Language.Choose(
                    "A proxy that inspects TLS has a root of its own: ask who runs it to install that root on this machine. "
                        + "If the certificate is out of date, check this machine's clock.",
                    "檢查 TLS 的代理伺服器有自己的根憑證：請管理者在這台電腦上安裝。若憑證已過期，請檢查這台電腦的時鐘。"
                )
            );
        }
        return ends - clock.GetUtcNow() < EndsSoon
            ? CheckResult.Warning(
                Language.Choose($"{shown}.", $"{shown}。"),
                Language.Choose(
                    "The service's certificate ends soon; it is theirs to renew.",
                    "服務的憑證即將到期，須由服務更新。"
                )
            )
            : CheckResult.Passed(Language.Choose($"{shown}.", $"{shown}。"));
    }

    private static string Said(Uri target, IPAddress[] addresses)
    {
        var some = string.Join(", ", addresses.Take(4).Select(one => one.ToString()));
        return Language.Choose($"{target.Host} is {some}.", $"{target.Host} 的位址是 {some}。");
    }

    private static string Reason(Exception trouble) => (trouble.InnerException ?? trouble).Message.TrimEnd('.');

    private static string NameOf(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false);

    private static CheckResult NoName(Uri target, string why) =>
        CheckResult.Failed(
            Language.Choose(
                $"{target.Host} has no address: {why.TrimEnd('.')}.",
                $"{target.Host} 沒有位址：{why.TrimEnd('.')}。"
            ),
            Language.Choose(
                "Check the name, the network and the DNS; behind a proxy, set HTTPS_PROXY.",
                "請檢查名稱、網路與 DNS；若在代理伺服器之後，請設定 HTTPS_PROXY。"
            )
        );
}
