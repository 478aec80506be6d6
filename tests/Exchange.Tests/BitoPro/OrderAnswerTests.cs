using Exchange.BitoPro;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>What T6 and T7 answer, and the traps of single fields.</summary>
public sealed class OrderAnswerTests
{
    [Theory]
    [InlineData(Examples.OrderCreated)]
    [InlineData(
        """{"orderId":"5550001112","action":"sell","amount":0.25,"price":88000,"timestamp":"1700000000127","timeInForce":"GTC","clientId":"2147483647"}"""
    )]
    public async Task A_placed_order_has_every_documented_field(string answer)
    {
        await using var bench = new BitoProBench(Answer.Json(answer));

        var receipt = (await bench.PlaceAsync())!.Answer;

        Assert.Equal("5550001112", receipt.OrderId);
        Assert.Equal("btc_twd", receipt.Pair);
        Assert.Equal(BitoProSide.Sell, receipt.Side);
        Assert.Equal("LIMIT", receipt.Type);
        Assert.Equal(0.25m, receipt.Amount);
        Assert.Equal(88000m, receipt.Price);
        Assert.Equal("GTC", receipt.TimeInForce);
        Assert.Equal(2147483647, receipt.ClientId);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000127), receipt.CreatedAt);
        Assert.Empty(receipt.GetExtensionData());
    }

    [Fact]
    public async Task A_cancelled_order_has_every_documented_field()
    {
        await using var bench = new BitoProBench(Answer.Json(Examples.OrderCancelled));

        var cancellation = await bench.CancelOrderAsync("5550001112");

        Assert.Equal("5550001112", cancellation.OrderId);
        Assert.Equal(BitoProSide.Sell, cancellation.Side);
        Assert.Equal(0.25m, cancellation.Amount);
        Assert.Equal(88000m, cancellation.Price);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000009000), cancellation.CancelledAt);
        Assert.False(cancellation.Verified);
        Assert.Empty(cancellation.GetExtensionData());
    }

    [Fact]
    public async Task An_id_longer_than_any_number_keeps_every_digit()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"orderId":123456789012345678901234567890}"""));

        Assert.Equal("123456789012345678901234567890", (await bench.PlaceAsync())!.Answer.OrderId);
    }

    [Theory]
    [InlineData("SP_OCO_STOPLIMIT", 5)]
    [InlineData("SOMETHING_NEW", -99)]
    public async Task Unknown_words_and_numbers_are_shown_as_they_are(string type, int status)
    {
        var json = Examples
            .Order.Replace("STOP_LIMIT", type, StringComparison.Ordinal)
            .Replace("\"status\":-1", $"\"status\":{status}", StringComparison.Ordinal)
            .Replace("\"SELL\"", "\"SWAP\"", StringComparison.Ordinal);
        await using var bench = new BitoProBench(Answer.Json(json));

        var order = await bench.Client.GetOrderAsync("eth_twd", "SL-777000111", BitoProBench.Cancel);

        Assert.Equal(type, order.Type);
        Assert.Equal(status, (int)order.Status);
        Assert.Equal(status.ToString(System.Globalization.CultureInfo.InvariantCulture), order.StatusLabel);
        Assert.False(order.IsOpen);
        Assert.Null(order.Side);
    }

    [Fact]
    public async Task A_status_that_fits_no_number_of_ours_is_not_cut_to_a_known_one()
    {
        var json = Examples.Order.Replace("\"status\":-1", "\"status\":4294967298", StringComparison.Ordinal);
        await using var bench = new BitoProBench(Answer.Json(json));

        await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.Client.GetOrderAsync("eth_twd", "SL-777000111", BitoProBench.Cancel)
        );
    }

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("\"2147483647\"", true)]
    [InlineData("0", false)]
    [InlineData("123", false)]
    [InlineData("null", false)]
    public async Task Only_the_constant_client_number_makes_a_skill_order(string clientId, bool expected)
    {
        var json = Examples.Order.Replace("2147483647", clientId, StringComparison.Ordinal);
        await using var bench = new BitoProBench(Answer.Json(json));

        var order = await bench.Client.GetOrderAsync("eth_twd", "SL-777000111", BitoProBench.Cancel);

        Assert.Equal(expected, order.IsSkillOrder);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    public void Open_means_minus_one_zero_or_one(int status, bool expected) =>
        Assert.Equal(expected, BitoProOrderStatusLabels.IsOpen((BitoProOrderStatus)status));
}
