using System.Management.Automation;
using System.Reflection;
using Exchange.Engine;
using Exchange.PowerShell;

namespace Exchange.Cmdlets.Tests.Completion;

/// <summary>
/// Every parameter of every cmdlet either completes, or is named here as one whose values nobody can list: a new parameter must be
/// put to one of the two.
/// </summary>
public sealed class EveryParameterTests
{
    // What these names stand for can be listed wherever they appear.
    private static readonly string[] Findable =
    [
        "Pair",
        "Profile",
        "Site",
        "Chain",
        "Token",
        "FromToken",
        "ToToken",
        "Status",
        "StatusKind",
        "OrderId",
        "FromOrderId",
        "Currency",
        "QuoteCurrency",
        "InstId",
        "Network",
        "Protocol",
        "Condition",
        "Resolution",
        "Scope",
        "Method",
        "Service",
        "State",
        "AccountId",
        "Fault",
        "Failure",
        "Scenario",
        "TokenPrice",
        "Approve",
        "Deny",
        "Language",
        "Culture",
        "Reply",
        "Kind",
        "Side",
        "Type",
        "Direction",
        "TimeInForce",
        "TimeoutAction",
        "Provider",
        "MevProtection",
        "NoncePlacement",
        "Serial",
        "Id",
    ];

    // Files: the host completes those of the current folder by itself, and would not if these had a completer of their own.
    private static readonly string[] Files =
    [
        "Path",
        "AuthPath",
        "DuplicateStore",
        "TradeSession",
        "Receipt",
        "InputObject",
    ];

    // Only the person knows them, or they are made up on the spot.
    private static readonly string[] Free =
    [
        // numbers and spans
        "Amount",
        "Price",
        "StopPrice",
        "TriggerPrice",
        "CurrentPrice",
        "Slippage",
        "ConfirmQuoteAmount",
        "SizeQuote",
        "First",
        "PageSize",
        "Limit",
        "Scale",
        "Count",
        "Width",
        "Height",
        "Port",
        "Seed",
        "SlowSeconds",
        "HistoryOrders",
        "Retries",
        "TimeoutSec",
        "LockTimeoutSec",
        "ClientId",
        "StrategyMode",
        "MaxSteps",
        "MaxTotalExposureQuote",
        "MaxSingleOrderQuote",
        "MaxDailyLossQuote",
        "TimeoutMinutes",
        "RealizedPnlQuote",
        "ExpiresInSeconds",
        "Advance",
        // times
        "From",
        "To",
        "Since",
        "Until",
        "SessionExpiryAt",
        "NextTriggerAt",
        "Now",
        // secrets, and who somebody is
        "ApiKey",
        "ApiSecret",
        "SecretKey",
        "Passphrase",
        "Credential",
        "Email",
        "CallbackUrl",
        // new names, free words, addresses of somebody's own
        "StrategySessionId",
        "StrategyType",
        "Instruction",
        "ConfirmationText",
        "Text",
        "Message",
        "Address",
        "BankAccountSerial",
        "BankSerial",
        "Endpoint",
        "StreamEndpoint",
        "Query",
        "Body",
        // where a page begins, and what only the chain names
        "Cursor",
        "FromId",
        "FromTradeId",
        "TxId",
    ];

    // The same name, with another meaning than usual.
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Add-OkxProfile -Name"] = "a new name",
        ["Initialize-OkxConfig -Name"] = "a new name",
        ["Invoke-BitoProOrder -AttemptId"] = "a new id, or the one of an attempt that is to be found again",
        ["New-BitoProWithdrawal -AttemptId"] = "a new id",
        ["Stop-BitoProOrder -AttemptId"] = "a new id",
        ["Invoke-OkxRequest -AttemptId"] = "a new id",
        ["New-StrategyLimitOrder -AttemptId"] = "a new id",
        ["Stop-StrategyOrder -AttemptId"] = "a new id",
        ["Resume-StrategyOrder -AttemptId"] = "a new id",
        ["Test-TradeGuard -AttemptId"] = "a new id",
    };

    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);

    public static TheoryData<string, string> EveryParameter
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var cmdlet in Cmdlets.Cmdlets)
            {
                foreach (var property in Parameters(cmdlet.Type))
                {
                    rows.Add(cmdlet.Name, property.Name);
                }
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(EveryParameter))]
    public void It_completes_or_nobody_can_list_its_values(string cmdlet, string parameter)
    {
        var property = Parameters(Cmdlets.Cmdlets.Single(one => one.Name == cmdlet).Type)
            .Single(one => one.Name == parameter);
        if (Completes(property))
        {
            return;
        }
        Assert.DoesNotContain(parameter, Findable);
        Assert.True(
            Files.Contains(parameter) || Free.Contains(parameter) || Exceptions.ContainsKey($"{cmdlet} -{parameter}"),
            $"{cmdlet} -{parameter} has no completer and is not named as one that needs none."
        );
    }

    [Fact]
    public void No_exception_is_left_over()
    {
        var all = Cmdlets.Cmdlets.SelectMany(one =>
            Parameters(one.Type)
                .Where(parameter => !Completes(parameter))
                .Select(parameter => $"{one.Name} -{parameter.Name}")
        );
        Assert.Empty(Exceptions.Keys.Except(all, StringComparer.Ordinal));
    }

    private static IEnumerable<PropertyInfo> Parameters(Type cmdlet) =>
        cmdlet.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: true));

    private static bool Completes(PropertyInfo property)
    {
        var type = property.PropertyType.IsArray ? property.PropertyType.GetElementType()! : property.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum
            || type == typeof(SwitchParameter)
            || type == typeof(bool)
            || property.IsDefined(typeof(ValidateSetAttribute), inherit: true)
            || property.IsDefined(typeof(ArgumentCompleterAttribute), inherit: true);
    }
}
