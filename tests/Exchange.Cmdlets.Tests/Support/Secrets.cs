using System.Text;
using System.Text.RegularExpressions;
using Exchange.Simulator;
using Exchange.Simulator.Okx;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>What no stream, no file and no process list may hold (bitopro.md section 5).</summary>
internal static partial class Secrets
{
    private static readonly string[] Values =
    [
        .. new[] { SimulatorAccount.Default, OwnAccount.InTheSimulator }.SelectMany(Of),
        OkxKey.ApiKey,
        OkxKey.SecretKey,
        OkxKey.Passphrase,
        .. new[] { OkxSimulatorAccount.Default.Live, OkxSimulatorAccount.Default.Demo }.SelectMany(key =>
            new[] { key.Key, key.Secret, key.Passphrase }
        ),
        Wallet.ApiKey,
        Wallet.ApiSecret,
        Wallet.Passphrase,
    ];

    private static Exchange.Simulator.Strategy.WalletSimulatorUser Wallet =>
        Exchange.Simulator.Strategy.WalletSimulatorUser.Default;

    /// <summary>Fails when the text holds a secret, a full key, an e-mail, a signature or a signed payload.</summary>
    public static void AssertNoneIn(string text, string where)
    {
        foreach (var value in Values)
        {
            Assert.False(text.Contains(value, StringComparison.OrdinalIgnoreCase), $"{where} holds '{value}'.");
        }
        Assert.False(Signature().IsMatch(text), $"{where} holds a signature: {Signature().Match(text)}");
        Assert.False(Token().IsMatch(text), $"{where} holds something of a sign-in: {Token().Match(text)}");
        Assert.DoesNotContain(Payload().Matches(text), found => !IsCursor(found.Value));
    }

    /// <summary>The same for every file of a folder.</summary>
    public static void AssertNoneInFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            AssertNoneIn(File.ReadAllText(file), file);
        }
    }

    private static IEnumerable<string> Of(SimulatorAccount account) =>
        [
            account.ApiKey,
            account.ApiSecret,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(account.ApiSecret)),
            Convert.ToHexString(Encoding.UTF8.GetBytes(account.ApiSecret)),
            account.Email,
        ];

    // Where a page of the simulated wallet's orders begins: an order's id and nothing else.
    private static bool IsCursor(string payload)
    {
        try
        {
            return Encoding
                .UTF8.GetString(Convert.FromBase64String(payload))
                .StartsWith("{\"below\":", StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // HMAC-SHA384 in hex.
    [GeneratedRegex("[0-9a-fA-F]{96}", RegexOptions.None, 5000)]
    private static partial Regex Signature();

    // Client ids, device codes and tokens of the simulated OKX.
    [GeneratedRegex("simulator-(client|device|access|refresh)-[0-9a-f]+", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Token();

    // The Base64 of a JSON text that begins with {" or [{ (bitopro.md 1.3).
    [GeneratedRegex("(eyJ|W3si)[A-Za-z0-9+/=_-]{16,}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Payload();
}
