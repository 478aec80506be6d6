namespace Exchange.Bench;

/// <summary>Where everything is that takes part.</summary>
internal sealed record Places(string Root)
{
    /// <summary>The staged console.</summary>
    public string Console =>
        Path.Combine(Root, "out", "bin", OperatingSystem.IsWindows() ? "exchange.exe" : "exchange");

    /// <summary>The staged module's manifest.</summary>
    public string Module => Path.Combine(Root, "out", "Exchange", "Exchange.psd1");

    /// <summary>The peers' scripts, installed by npm.</summary>
    public string Peers => Path.Combine(Root, "bench", "peers");

    /// <summary>What the run leaves behind.</summary>
    public string Results => Directory.CreateDirectory(Path.Combine(Root, "out", "bench")).FullName;

    /// <summary>The page that every decoder reads.</summary>
    public string Page => Path.Combine(Results, "orders.json");

    /// <summary>The requests that every guard judges.</summary>
    public string Guard => Path.Combine(Results, "guard.jsonl");

    /// <summary>A peer's script.</summary>
    public string Script(string name) => Path.Combine(Peers, name);
}
