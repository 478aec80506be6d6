using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Exchange.Diagnosis;
using Exchange.Testing;

namespace Exchange.Tests.Diagnosis;

public sealed class NetworkPathTests : IAsyncDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _serving = Task.CompletedTask;

    public NetworkPathTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    private Uri Address => new($"https://localhost:{Port}/v3");

    [Fact]
    public async Task A_name_without_an_address_fails_and_says_where_to_look()
    {
        var path = Path((_, _) => throw new SocketException((int)SocketError.HostNotFound));
        var found = await path.ResolveAsync(new Uri("https://nosuch.example/v3"), Cancel);
        Assert.Equal(CheckVerdict.Failed, found.Verdict);
        Assert.Contains("nosuch.example", found.Detail, StringComparison.Ordinal);
        Assert.Contains("DNS", found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_told_with_its_addresses_and_an_address_needs_none()
    {
        var path = Path((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("192.0.2.1")]));
        Assert.Contains("192.0.2.1", (await path.ResolveAsync(Address, Cancel)).Detail, StringComparison.Ordinal);
        var skipped = await path.ResolveAsync(new Uri("http://127.0.0.1:1/"), Cancel);
        Assert.Equal(CheckVerdict.Skipped, skipped.Verdict);
    }

    [Fact]
    public async Task A_closed_port_fails_as_refused()
    {
        var address = Address;
        _listener.Stop();
        var found = await NetworkPath.ConnectAsync(address, Cancel);
        Assert.Equal(CheckVerdict.Failed, found.Verdict);
        Assert.Contains("Nothing listens there", found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_port_passes() =>
        Assert.Equal(CheckVerdict.Passed, (await NetworkPath.ConnectAsync(Address, Cancel)).Verdict);

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted_and_is_named()
    {
        Serve(Certificate("localhost"));
        var found = await Path().AuthenticateAsync(Address, Cancel);
        Assert.Equal(CheckVerdict.Failed, found.Verdict);
        Assert.Contains("not trusted here", found.Detail, StringComparison.Ordinal);
        Assert.Contains("certificate of localhost", found.Detail, StringComparison.Ordinal);
        Assert.Contains("proxy that inspects TLS", found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_told_as_such()
    {
        Serve(Certificate("elsewhere.example"));
        var found = await Path().AuthenticateAsync(Address, Cancel);
        Assert.Equal(CheckVerdict.Failed, found.Verdict);
        Assert.Contains("another name than localhost", found.Detail, StringComparison.Ordinal);
        Assert.Contains("elsewhere.example", found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_speaks_no_TLS_is_told_as_such()
    {
        _serving = Task.Run(
            async () =>
            {
                using var client = await _listener.AcceptTcpClientAsync(Cancel);
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Cancel);
            },
            Cancel
        );
        var found = await Path().AuthenticateAsync(Address, Cancel);
        Assert.Equal(CheckVerdict.Failed, found.Verdict);
        Assert.Contains("does not speak TLS", found.Detail, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static NetworkPath Path(Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) =>
        resolve is null ? new NetworkPath(TimeProvider.System) : new NetworkPath(TimeProvider.System, resolve);

    private void Serve(X509Certificate2 certificate) =>
        _serving = Task.Run(
            async () =>
            {
                using var own = certificate;
                using var client = await _listener.AcceptTcpClientAsync(Cancel);
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = own },
                    Cancel
                );
            },
            Cancel
        );

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        // A key that lives in memory only cannot serve on every platform; one that was read back can.
#pragma warning disable SYSLIB0057 // The successor is newer than the oldest runtime that is supported.
        return new X509Certificate2(made.Export(X509ContentType.Pfx));
#pragma warning restore SYSLIB0057
    }
}
