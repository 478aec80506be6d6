using Exchange.Okx.SignIn;

namespace Exchange.Faults.Files;

/// <summary>The sealed file of OKX's sign-in; registrations are put in and taken out.</summary>
internal sealed class OkxSignInState : SlottedFile
{
    private const string TheirClient = "client of somebody else";

    public override string Name => "OKX sign-in state (sealed)";

    public override string FileName => OkxSignInStore.FileName;

    public override string[] Locks => [$"{FileName}.lock", $"{FileName}.key"];

    protected override string[] Foreign => [TheirClient];

    public override Task PrepareAsync(string folder) => PutAsync(folder, "other", TheirClient);

    protected override Task PutAsync(string folder, string name, string value) =>
        Store(folder, _ => { })
            .UpdateAsync(
                state =>
                {
                    state.Clients[name] = new RegisteredClient { Authority = "https://127.0.0.1", ClientId = value };
                    return true;
                },
                default
            );

    protected override Task RemoveAsync(string folder, string name) =>
        Store(folder, _ => { }).UpdateAsync(state => state.Clients.Remove(name), default);

    protected override IReadOnlyDictionary<string, string> Values(string folder) =>
        Store(folder, text => throw new InvalidDataException(text))
            .Read()
            .Clients.ToDictionary(client => client.Key, client => client.Value.ClientId, StringComparer.Ordinal);

    protected override string Text(string folder) => Values(folder).GetValueOrDefault("other", "");

    // A state that is put aside is missed by the next look; a reader must never find one that cannot be opened.
    private OkxSignInStore Store(string folder, Action<string> warn) =>
        new(Path.Combine(folder, FileName)) { Warn = warn };
}
