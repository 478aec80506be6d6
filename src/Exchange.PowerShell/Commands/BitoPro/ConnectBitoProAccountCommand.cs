using System.Management.Automation;
using System.Security;
using Exchange.BitoPro;
using Exchange.Storage;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Uses an account for every BitoPro call of this process. Takes the environment's credentials when none are given, makes one
/// harmless signed call to see that they work, and writes nothing to disk.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "BitoProAccount", DefaultParameterSetName = "Environment")]
[OutputType(typeof(BitoProAccount))]
public sealed class ConnectBitoProAccountCommand : ExchangeCmdlet
{
    /// <summary>API key; without it BITOPRO_API_KEY is used.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Key")]
    [ValidateNotNull]
    public SecureString ApiKey { get; set; } = null!;

    /// <summary>API secret; without it BITOPRO_API_SECRET is used.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Key")]
    [ValidateNotNull]
    public SecureString ApiSecret { get; set; } = null!;

    /// <summary>API key as the user name and API secret as the password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Credential")]
    [ValidateNotNull]
    public PSCredential Credential { get; set; } = null!;

    /// <summary>E-mail of the account; it is part of what is signed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Key")]
    [Parameter(Mandatory = true, ParameterSetName = "Credential")]
    [ValidateNotNullOrEmpty]
    public string Email { get; set; } = "";

    /// <summary>Another address than BITOPRO_BASE_URL, the simulator or the live service; https, or http to this machine.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Endpoint { get; set; }

    /// <summary>Another address of the streams than BITOPRO_STREAM_URL or the one that belongs to the endpoint; wss, or ws to this machine.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StreamEndpoint { get; set; }

    /// <summary>Where the nonce of bodies goes: Seed, or Docs when the service answers Invalid body.</summary>
    [Parameter]
    public NoncePlacement NoncePlacement { get; set; } = NoncePlacement.Seed;

    /// <summary>Does not ask the service whether the credentials work.</summary>
    [Parameter]
    public SwitchParameter SkipVerification { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var endpoint = Runtime.BitoPro.Endpoint(Endpoint);
        var connection = new BitoProConnection(endpoint.Address, Credentials(endpoint.IsSimulator))
        {
            NoncePlacement = NoncePlacement,
            StreamAddress = StreamEndpoint is null ? null : BitoProConnection.CheckedStreamAddress(StreamEndpoint),
        };
        if (!SkipVerification)
        {
            await Runtime.BitoPro.ClientOf(connection, Listener).GetBalancesAsync(cancel);
        }
        Runtime.BitoPro.Connect(connection);
        WriteObject(BitoProAccount.Of(connection, ParameterSetName));
    }

    private BitoProCredentials Credentials(bool isSimulator) =>
        ParameterSetName switch
        {
            "Key" => BitoProCredentials.From(Secret.From(ApiKey), Secret.From(ApiSecret), Email),
            "Credential" => BitoProCredentials.From(
                Secret.From(Credential.UserName),
                Secret.From(Credential.Password),
                Email
            ),
            _ => Runtime.BitoPro.Credentials(isSimulator),
        };
}
