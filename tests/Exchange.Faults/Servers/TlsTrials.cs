using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Exchange.Faults.Servers;

/// <summary>
/// Servers that are not who they should be. They are tried in a process that trusts our own authority, so that a wrong name or time is all
/// that is wrong; no head of a request, and so no credential, may reach any of them.
/// </summary>
internal static class TlsTrials
{
    /// <summary>The word that makes this program the process that trusts.</summary>
    public const string Word = "tls";

    private const string Authority = "authority.pem";

    // Handshakes must have time for themselves; only a stalled one is waited for to the end.
    private const int Factor = 2;
    private const int StalledFactor = 20;

    public static async IAsyncEnumerable<Outcome> RunAsync(
        string home,
        Scale scale,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        using var certificates = new Certificates();
        await File.WriteAllTextAsync(Path.Combine(home, Authority), certificates.AuthorityPem, cancel);
        (string Name, X509Certificate2? Certificate, bool IsGood)[] trials =
        [
            ("TLS: a good certificate (the control)", certificates.Good(), true),
            ("TLS: of another name", certificates.OfAnotherName(), false),
            ("TLS: expired", certificates.Expired(), false),
            ("TLS: not yet valid", certificates.Early(), false),
            ("TLS: of an unknown authority", certificates.OfAStranger(), false),
            ("TLS: self-signed", Certificates.SelfSigned(), false),
            ("TLS: plain HTTP on its port", null, false),
        ];
        foreach (var (name, certificate, isGood) in scale == Scale.Reduced ? trials[..2] : trials)
        {
            using (certificate)
            using (var server = new HostileServer(AnswerAsync, certificate))
            {
                var row = await InChildAsync(name, new Uri($"https://127.0.0.1:{server.Port}/"), home, Factor, cancel);
                // Plain HTTP reads the client's hello as a head: bytes of TLS, and nothing of a request.
                var heads = server.Heads.Count(head => head.Contains("HTTP/1.1", StringComparison.Ordinal));
                var isWrong = isGood ? heads < row.Tried : heads > 0;
                yield return row with
                {
                    Wrong = row.Wrong + (isWrong ? 1 : 0),
                    Note = $"{heads} requests arrived; {row.Note}",
                };
            }
        }
        if (scale == Scale.Reduced)
        {
            yield break;
        }
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        yield return await InChildAsync(
            "TLS: a handshake that stalls",
            new Uri($"https://{silent.LocalEndpoint}/"),
            home,
            StalledFactor,
            cancel
        );
    }

    /// <summary>The process that trusts: tries the victims at the address and says how it went.</summary>
    public static async Task RunChildAsync(string address, string home, int factor) =>
        Console.WriteLine(
            JsonSerializer.Serialize(
                await HostileServerCampaign.TryAsync("", Victim.OfTls(home), _ => new Uri(address), factor)
            )
        );

    private static async Task<Outcome> InChildAsync(
        string name,
        Uri address,
        string home,
        int factor,
        CancellationToken cancel
    )
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [typeof(TlsTrials).Assembly.Location, Word, address.AbsoluteUri, home, $"{factor}"]
        )
        {
            RedirectStandardOutput = true,
        };
        // Where the runtime asks OpenSSL; elsewhere our authority is unknown too, and the control tells.
        start.Environment["SSL_CERT_FILE"] = Path.Combine(home, Authority);
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return JsonSerializer.Deserialize<Outcome>(said)! with { What = name };
    }

    private static async Task AnswerAsync(Stream stream, CancellationToken cancel) =>
        await stream.WriteAsync(
            "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
            cancel
        );
}
