using System.Net;

namespace Exchange.Codex;

/// <summary>
/// Where sign-ins and usage live (codex-auth.md section 8). There are two of these and no third: the live hosts, and a simulator on this
/// machine. No parameter, variable or file can name another.
/// </summary>
public sealed record CodexEndpoint
{
    private CodexEndpoint(Uri signIn, Uri usage, bool isRehearsal)
    {
        SignIn = signIn;
        Usage = usage;
        IsRehearsal = isRehearsal;
    }

    /// <summary>The live hosts.</summary>
    public static CodexEndpoint Live { get; } =
        new(new Uri("https://auth.openai.com/"), new Uri("https://chatgpt.com/"), isRehearsal: false);

    /// <summary>The base address of the authorize page and the token endpoint: codes and tokens go here only.</summary>
    public Uri SignIn { get; }

    /// <summary>The base address of the usage endpoint: the access token of a usage query goes here, and nothing else does.</summary>
    public Uri Usage { get; }

    /// <summary>True for a simulator on this machine.</summary>
    public bool IsRehearsal { get; }

    /// <summary>A simulator on this machine, by a loopback address: a name could be resolved to another machine.</summary>
    /// <exception cref="ArgumentException">It is not plain http to a loopback address.</exception>
    public static CodexEndpoint Simulator(Uri simulator)
    {
        ArgumentNullException.ThrowIfNull(simulator);
        if (!IsThisMachine(simulator))
        {
            throw new ArgumentException(
                "A simulator is reached by plain http at a loopback address.",
                nameof(simulator)
            );
        }
        var codex = new Uri(simulator.GetLeftPart(UriPartial.Authority) + "/codex/");
        return new CodexEndpoint(codex, codex, isRehearsal: true);
    }

    private static bool IsThisMachine(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http", UserInfo.Length: 0 }
        && (
            address.Host == "localhost"
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))
        );
}
