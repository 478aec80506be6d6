using System.Globalization;
using System.Text.Json;
using Exchange.Simulator;

namespace Exchange.Bench;

/// <summary>The inputs that ours and theirs are given alike.</summary>
internal static class Inputs
{
    /// <summary>A page of 1,000 orders, as the simulator sends it.</summary>
    public static async Task WritePageAsync(string path)
    {
        using var simulator = ExchangeSimulator.Start(new SimulatorOptions { HistoryOrders = 1_000 });
        using var recorder = new PageRecorder(simulator.Address);
        await File.WriteAllBytesAsync(path, await recorder.ReadAsync());
    }

    /// <summary>A step inside a session, one past its limit, and texts of a line to a paragraph without a session.</summary>
    public static void WriteGuardRequests(string path)
    {
        var now = DateTimeOffset.UtcNow;
        object Session() =>
            new
            {
                strategy_session_id = "bench-1",
                status = "running",
                approved_at = Time(now.AddHours(-1)),
                policy = new
                {
                    max_steps = 30,
                    max_total_exposure_quote = 30000,
                    max_single_order_quote = 1000,
                    max_daily_loss_quote = 5000,
                    session_expiry_at = Time(now.AddDays(7)),
                    on_escalation_timeout = new { timeout_minutes = 30, action = "HALT_NO_NEW" },
                },
                risk_state = new
                {
                    current_step = 3,
                    total_exposure_quote = 3000,
                    realized_pnl_quote = -10,
                    last_activity_at = Time(now.AddMinutes(-5)),
                },
            };
        object[] requests =
        [
            new
            {
                text = "dca step 4: buy btc for 1000 twd",
                session = Session(),
                pendingStep = new { size_quote = 900 },
            },
            new
            {
                text = "dca step 4: buy btc for 5000 twd",
                session = Session(),
                pendingStep = new { size_quote = 5000 },
            },
            new { text = "buy 0.01 btc at 2900000 twd" },
            new { text = "賣一半比特幣" },
            new
            {
                text = "what is the weather like in Taipei today, and should I take an umbrella along to the office?",
            },
            new
            {
                text = string.Concat(
                    Enumerable.Repeat("please look at the chart of the last week and tell me what you see. ", 12)
                ),
            },
        ];
        File.WriteAllLines(path, requests.Select(request => JsonSerializer.Serialize(request)));
    }

    private static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
