using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Exchange.BitoPro.Wire;

namespace Exchange.Bench.Micro;

/// <summary>A page of 1,000 orders, as the service sends it, into what goes down the pipeline.</summary>
[MemoryDiagnoser]
public class OrderPage
{
    /// <summary>Environment variable that names the file with the page; the peers read the same.</summary>
    public const string FileVariable = "EXCHANGE_BENCH_PAGE";

    private byte[] _page = [];

    /// <summary>Reads the file.</summary>
    [GlobalSetup]
    public void Prepare() => _page = File.ReadAllBytes(Environment.GetEnvironmentVariable(FileVariable)!);

    /// <summary>Typed orders with exact decimals and times.</summary>
    [Benchmark(Description = Rows.DecodeOrders)]
    public int Decode()
    {
        var wire = JsonSerializer.Deserialize(_page, BitoProJson.Default.Orders)!;
        return wire.Required.Map(order => order.ToModel("btc_twd")).Count;
    }

    /// <summary>What no typed reader can go below: the document alone, nothing taken out of it.</summary>
    [Benchmark(Description = "JsonDocument alone | " + Rows.DecodeOrders)]
    public int JsonDocumentAlone()
    {
        using var document = JsonDocument.Parse(_page);
        return document.RootElement.GetProperty("data").GetArrayLength();
    }
}
