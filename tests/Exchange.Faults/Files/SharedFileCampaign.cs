using System.Globalization;
using System.Runtime.CompilerServices;
using Exchange.Faults.Files.Hostile;

namespace Exchange.Faults.Files;

/// <summary>
/// Several processes edit one file at once and are killed at random moments while somebody reads it all the time: no edit that was
/// reported done is lost, and nobody ever reads half a file. Then the same edits where the disk is full, nothing may be written, the
/// file is somebody else's, or links are put in its place.
/// </summary>
internal sealed class SharedFileCampaign : ICampaign
{
    private const int Seed = 20260417;

    /// <summary>Every file that processes share, by name; made anew for each process.</summary>
    public static IReadOnlyList<ISharedFile> Files { get; } =
    [
        new OkxConfigToml(),
        new CodexStore(),
        new WriteJournal(),
        new GuardAttempts(),
        new TradeSessionFile(),
        new OkxSignInState(),
        new LastNonce(),
    ];

    public string Name => "Shared files";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var file in Files)
        {
            yield return await EditAsync(file, scale, cancel);
        }
        yield return await BadDisks.FullAsync(Files);
        yield return await BadDisks.ReadOnlyAsync(Files);
        yield return await BadDisks.OfAnotherAsync(Files);
        yield return await NoInotify.TryAsync(Files);
        yield return await SwappedLinks.TryAsync(
            Files,
            scale switch
            {
                Scale.Reduced => TimeSpan.FromSeconds(0.3),
                Scale.Usual => TimeSpan.FromSeconds(3),
                _ => TimeSpan.FromSeconds(30),
            }
        );
    }

    private static async Task<Outcome> EditAsync(ISharedFile file, Scale scale, CancellationToken cancel)
    {
        var (writers, edits, kills) = scale switch
        {
            Scale.Reduced => (2, 12, 1),
            Scale.Usual => (8, 200, 6),
            _ => (8, 200, 40),
        };
        using var folder = new FaultFolder();
        await file.PrepareAsync(folder.Path);
        var editors = Enumerable
            .Range(0, writers)
            .Select(writer => new EditorProcess(file, folder.Path, writer, edits, kills, new Random(Seed + writer)))
            .ToList();
        using var reader = new SharedFileReader(file, folder.Path);
        await Task.WhenAll(editors.Select(editor => editor.RunAsync(cancel)));
        reader.Stop();

        var done = editors.SelectMany(editor => editor.Done).ToList();
        var wrong = editors.SelectMany(editor => editor.Wrong).Concat(file.Lost(folder.Path, done)).ToList();
        return new Outcome(
            string.Create(CultureInfo.InvariantCulture, $"{file.Name}: {writers} processes, {edits} edits each"),
            done.Count,
            wrong.Count + reader.TornReads,
            (wrong.FirstOrDefault() ?? reader.Torn) is { } first
                ? first
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{editors.Sum(editor => editor.Kills)} kills, {reader.Reads:N0} reads, {editors.Sum(editor => editor.Refusals)} refused and repeated"
                )
        );
    }
}
