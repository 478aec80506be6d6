using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.BitoPro.Wallet;
using Exchange.Simulator.BitoPro.Wire;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>The body of T22, checked. The amount sent is what leaves the balance: the fee comes out of it (open question 10).</summary>
internal sealed record WithdrawalRequest(
    WithdrawalRule Rule,
    string Currency,
    string Protocol,
    string Address,
    string? Message,
    decimal Gross
)
{
    private static readonly string[] NeedMessage = ["eos", "bnb"];

    public Transfer ToTransfer(long number, long nowMs) =>
        new()
        {
            Number = number,
            IsWithdrawal = true,
            Currency = Currency,
            Protocol = Protocol,
            Address = Address,
            Message = Message,
            Amount = Gross - Rule.Fee,
            Fee = Rule.Fee,
            TimeMs = nowMs,
        };

    /// <exception cref="Refusal">400 for what is missing, 422 for an unknown currency, address, amount or funds.</exception>
    public static WithdrawalRequest Read(RouteCall call)
    {
        using var body = JsonDocument.Parse(call.Http.Body);
        var currency = call.Values[0].ToLowerInvariant();
        var protocol = Text(body, "protocol") ?? "MAIN";
        var rule = WithdrawalRule.Find(currency, protocol) ?? throw new Refusal(422, "Unsupported currency.");
        var address = ReadAddress(call, currency, Text(body, "address"));
        var message = Text(body, "message");
        if (message is null && NeedMessage.Contains(currency, StringComparer.Ordinal))
        {
            throw Refusal.WrongParameter("message");
        }
        return new(
            rule,
            currency,
            rule.Protocol,
            address,
            message,
            ReadAmount(call, currency, rule, Text(body, "amount"))
        );
    }

    private static string ReadAddress(RouteCall call, string currency, string? address)
    {
        if (currency == "twd")
        {
            // The default is the verified bank account that the server knows.
            return "0000xx1111";
        }
        var known = call.Account.Options.WithdrawalAddresses;
        return address is not null && known.Contains(address, StringComparer.Ordinal)
            ? address
            : throw new Refusal(422, "Address not in whitelist.");
    }

    private static decimal ReadAmount(RouteCall call, string currency, WithdrawalRule rule, string? text)
    {
        if (
            !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount <= 0
        )
        {
            throw new Refusal(422, $"Invalid amount {text}");
        }
        if (amount < rule.Minimum || amount > rule.Maximum)
        {
            throw new Refusal(
                422,
                $"Invalid amount {text}, limits are {DecimalText.Of(rule.Minimum)} to {DecimalText.Of(rule.Maximum)}."
            );
        }
        var available = call.Account.Balance(currency).Available;
        if (amount > available)
        {
            var (has, ordered) = (DecimalText.Of(available), DecimalText.Of(amount));
            throw new Refusal(422, $"Balance for {currency} not enough, only has {has}, but ordered {ordered}.");
        }
        return amount;
    }

    private static string? Text(JsonDocument body, string name)
    {
        if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty(name, out var value))
        {
            return null;
        }
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Refusal.WrongParameter(name);
    }
}
