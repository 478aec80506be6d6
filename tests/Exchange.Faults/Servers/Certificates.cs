using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Exchange.Faults.Servers;

/// <summary>Certificates of an authority of our own, made when they are needed and kept nowhere but in a temporary folder.</summary>
internal sealed class Certificates : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly X509Certificate2 _authority = Authority("Faults authority");
    private readonly X509Certificate2 _stranger = Authority("Faults stranger");

    /// <summary>The authority's own certificate, for whoever shall trust it.</summary>
    public string AuthorityPem => _authority.ExportCertificatePem();

    /// <summary>For 127.0.0.1, valid now: what a client takes.</summary>
    public X509Certificate2 Good() => Issue(_authority, "127.0.0.1", Now.AddDays(-1), Now.AddDays(1));

    /// <summary>By the trusted authority, for another name.</summary>
    public X509Certificate2 OfAnotherName() => Issue(_authority, "www.example.com", Now.AddDays(-1), Now.AddDays(1));

    /// <summary>By the trusted authority, ended.</summary>
    public X509Certificate2 Expired() => Issue(_authority, "127.0.0.1", Now.AddDays(-3), Now.AddDays(-2));

    /// <summary>By the trusted authority, for a time to come.</summary>
    public X509Certificate2 Early() => Issue(_authority, "127.0.0.1", Now.AddDays(2), Now.AddDays(3));

    /// <summary>By an authority that nobody knows.</summary>
    public X509Certificate2 OfAStranger() => Issue(_stranger, "127.0.0.1", Now.AddDays(-1), Now.AddDays(1));

    /// <summary>By nobody but itself.</summary>
    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = Request("127.0.0.1", key);
        return Usable(request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1)));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(Now.AddDays(-10), Now.AddDays(10));
    }

    private static X509Certificate2 Issue(X509Certificate2 by, string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var serial = RandomNumberGenerator.GetBytes(8);
        using var issued = Request(name, key).Create(by, from, to, serial);
        return Usable(issued.CopyWithPrivateKey(key));
    }

    private static CertificateRequest Request(string name, RSA key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var ip))
        {
            names.AddIpAddress(ip);
        }
        else
        {
            names.AddDnsName(name);
        }
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    // A key that lives in memory only does not serve a connection on every system.
    private static X509Certificate2 Usable(X509Certificate2 made)
    {
        using (made)
        {
            return new X509Certificate2(made.Export(X509ContentType.Pfx));
        }
    }
}
