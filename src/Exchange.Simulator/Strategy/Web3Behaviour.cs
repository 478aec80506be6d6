using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Strategy;

/// <summary>The differences of form between answers that clients have to take alike (strategy.md 2.2, 2.4, 14.2).</summary>
public sealed record Web3Behaviour
{
    /// <summary><c>code</c> of the envelope: <c>usual</c> is text from the market endpoints and a number from the others;
    /// <c>text</c> and <c>number</c> are for all.</summary>
    public string Code { get; init; } = "usual";

    /// <summary>What is usually text comes as a number, and the other way round.</summary>
    public bool SwapNumbers { get; init; }

    /// <summary>Market endpoints answer the bare array without an envelope.</summary>
    public bool BareArrays { get; init; }

    /// <summary>Objects have fields that no contract knows.</summary>
    public bool UnknownFields { get; init; }

    /// <summary>Reactivation answers <c>{"updateNum":n}</c>.</summary>
    public bool UpdateNum { get; init; }

    /// <summary><c>orderStatusUpdateTime</c> is ISO 8601 instead of ms digits.</summary>
    public bool IsoTimes { get; init; }

    /// <summary>A waiting sign-in is answered code 0 without a token, instead of 10018.</summary>
    public bool EmptyPending { get; init; }

    /// <summary>Signing in brings no list of addresses: they must be asked for.</summary>
    public bool OmitAddresses { get; init; }

    /// <summary>Signing in brings no <c>saTeeId</c>, as from an API key: such a session cannot create orders.</summary>
    public bool OmitSaTeeId { get; init; }

    /// <summary>The market endpoints know Solana's coin by its wrapped mint only.</summary>
    public bool WrappedSolanaOnly { get; init; }

    /// <summary>The code for a bad access token on every endpoint; 0 is 10026 on strategy endpoints and 10008 elsewhere.</summary>
    public int InvalidTokenCode { get; init; }

    /// <summary>Life of an access token in seconds.</summary>
    public int AccessTokenLife { get; init; } = 3600;

    /// <summary>Life of a refresh token in seconds.</summary>
    public int RefreshTokenLife { get; init; } = 30 * 86_400;

    /// <summary>Life of a session key in seconds.</summary>
    public int SessionKeyLife { get; init; } = 30 * 86_400;

    internal Web3Behaviour With(JsonElement command) =>
        this with
        {
            Code = command.Text("code") ?? Code,
            SwapNumbers = command.Flag("swapNumbers") ?? SwapNumbers,
            BareArrays = command.Flag("bareArrays") ?? BareArrays,
            UnknownFields = command.Flag("unknownFields") ?? UnknownFields,
            UpdateNum = command.Flag("updateNum") ?? UpdateNum,
            IsoTimes = command.Flag("isoTimes") ?? IsoTimes,
            EmptyPending = command.Flag("emptyPending") ?? EmptyPending,
            OmitAddresses = command.Flag("omitAddresses") ?? OmitAddresses,
            OmitSaTeeId = command.Flag("omitSaTeeId") ?? OmitSaTeeId,
            WrappedSolanaOnly = command.Flag("wrappedSolanaOnly") ?? WrappedSolanaOnly,
            InvalidTokenCode = (int)(command.Integer("invalidTokenCode") ?? InvalidTokenCode),
            AccessTokenLife = (int)(command.Integer("accessTokenLife") ?? AccessTokenLife),
            RefreshTokenLife = (int)(command.Integer("refreshTokenLife") ?? RefreshTokenLife),
            SessionKeyLife = (int)(command.Integer("sessionKeyLife") ?? SessionKeyLife),
        };
}
