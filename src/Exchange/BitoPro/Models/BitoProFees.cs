namespace Exchange.BitoPro;

/// <summary>Limitations and fees (T12).</summary>
public sealed record BitoProFees : BitoProObject
{
    /// <summary>Trading fee by rank.</summary>
    public required IReadOnlyList<BitoProTradingFee> TradingFeeRate { get; init; }

    /// <summary>Withdrawal fees and limits by currency and network.</summary>
    public required IReadOnlyList<BitoProWithdrawalLimit> RestrictionsOfWithdrawalFees { get; init; }

    /// <summary>Deposit fees and confirmations by currency.</summary>
    public required IReadOnlyList<BitoProDepositFee> CryptocurrencyDepositFeeAndConfirmation { get; init; }

    /// <summary>Limits of checks, level 1.</summary>
    public required IReadOnlyList<BitoProCheckLimit> TtCheckFeesAndLimitationsLevel1 { get; init; }

    /// <summary>Limits of checks, level 2.</summary>
    public required IReadOnlyList<BitoProCheckLimit> TtCheckFeesAndLimitationsLevel2 { get; init; }
}

/// <summary>Trading fees of one rank; rates are fractions, 0.001 = 0.1 %.</summary>
public sealed record BitoProTradingFee : BitoProObject
{
    /// <summary>0 is everyone's.</summary>
    public int? Rank { get; init; }

    /// <summary>Fee of a maker.</summary>
    public decimal? MakerFee { get; init; }

    /// <summary>Fee of a taker.</summary>
    public decimal? TakerFee { get; init; }

    /// <summary>Fee of a maker, paid in BITO.</summary>
    public decimal? MakerBitoFee { get; init; }

    /// <summary>Fee of a taker, paid in BITO.</summary>
    public decimal? TakerBitoFee { get; init; }

    /// <summary>How the volume is compared: &lt; or &gt;=.</summary>
    public string? TwdVolumeSymbol { get; init; }

    /// <summary>Volume of 30 days in TWD.</summary>
    public decimal? TwdVolume { get; init; }

    /// <summary>How the holding is compared.</summary>
    public string? BitoAmountSymbol { get; init; }

    /// <summary>BITO held.</summary>
    public decimal? BitoAmount { get; init; }

    /// <summary>Whether both or one of the conditions must hold: and, or.</summary>
    public string? RankCondition { get; init; }

    /// <summary>Maker fee of the service's grid bot.</summary>
    public decimal? GridBotMakerFee { get; init; }

    /// <summary>Taker fee of the service's grid bot.</summary>
    public decimal? GridBotTakerFee { get; init; }
}

/// <summary>Withdrawal fee and limits of a currency on a network, currency units.</summary>
public sealed record BitoProWithdrawalLimit : BitoProObject
{
    /// <summary>Currency as the service writes it.</summary>
    public required string Currency { get; init; }

    /// <summary>Network, lower-case; may be empty.</summary>
    public string? Protocol { get; init; }

    /// <summary>Fee of one withdrawal.</summary>
    public decimal? Fee { get; init; }

    /// <summary>Smallest withdrawal.</summary>
    public decimal? MinimumTradingAmount { get; init; }

    /// <summary>Largest withdrawal.</summary>
    public decimal? MaximumTradingAmount { get; init; }

    /// <summary>Most in a day.</summary>
    public decimal? DailyCumulativeMaximumAmount { get; init; }

    /// <summary>Most in a month; TWD only.</summary>
    public decimal? TwdWithdrawMonthly { get; init; }

    /// <summary>The service's remarks.</summary>
    public string? Remarks { get; init; }
}

/// <summary>Deposit fee and confirmations of a currency.</summary>
public sealed record BitoProDepositFee : BitoProObject
{
    /// <summary>Currency as the service writes it.</summary>
    public required string Currency { get; init; }

    /// <summary>Fee, currency units.</summary>
    public decimal? GeneralDepositFees { get; init; }

    /// <summary>Confirmations, as the service writes them.</summary>
    public string? BlockchainConfirmationRequired { get; init; }
}

/// <summary>Limits of checks in a currency.</summary>
public sealed record BitoProCheckLimit : BitoProObject
{
    /// <summary>Currency as the service writes it.</summary>
    public required string Currency { get; init; }

    /// <summary>Most redeemed in a day.</summary>
    public decimal? RedeemDailyCumulativeMaximumAmount { get; init; }

    /// <summary>Smallest check.</summary>
    public decimal? GenerateMinimumTradingAmount { get; init; }

    /// <summary>Largest check.</summary>
    public decimal? GenerateMaximumTradingAmount { get; init; }

    /// <summary>Most generated in a day.</summary>
    public decimal? GenerateDailyCumulativeMaximumAmount { get; init; }
}
