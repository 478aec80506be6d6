namespace Exchange.Faults.Files.Hostile;

/// <summary>
/// Puts links to a victim in the place of a file, its locks, its temporary files and its folder, all the time, each for a moment.
/// </summary>
internal sealed class LinkSwapper : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;
    private readonly string _folder;
    private readonly string[] _names;
    private readonly string _victim;
    private readonly string _aside;
    private readonly Random _chance;

    /// <param name="folder">The folder of the file.</param>
    /// <param name="names">The file and its locks.</param>
    /// <param name="victim">Where the links lead.</param>
    /// <param name="aside">Where what is replaced waits.</param>
    /// <param name="chance">What is replaced next, and for how long.</param>
    public LinkSwapper(string folder, string[] names, string victim, string aside, Random chance)
    {
        (_folder, _names, _victim, _aside, _chance) = (folder, names, victim, aside, chance);
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>How often a link was put somewhere.</summary>
    public int Swaps { get; private set; }

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        _end.Dispose();
    }

    private void Run()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                Swap(Next());
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                // The editor was faster.
            }
        }
    }

    // As often a temporary file, which is there for a moment only.
    private string Next()
    {
        var choice = _chance.Next(_names.Length + 2);
        if (choice < _names.Length)
        {
            return Path.Combine(_folder, _names[choice]);
        }
        return choice == _names.Length
            ? Directory.EnumerateFiles(_folder, ".*.tmp").FirstOrDefault() ?? Path.Combine(_folder, _names[0])
            : _folder;
    }

    private void Swap(string path)
    {
        var was = Path.Exists(path);
        if (was)
        {
            Directory.Move(path, _aside);
        }
        try
        {
            File.CreateSymbolicLink(path, _victim);
            Swaps++;
            Thread.SpinWait(_chance.Next(20_000));
        }
        finally
        {
            PutBack(path, was);
        }
    }

    private void PutBack(string path, bool was)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            File.Delete(path);
        }
        if (was)
        {
            // What the editor has put there meanwhile gives way, as it would have to a rename.
            if (Directory.Exists(_aside))
            {
                Directory.Move(_aside, path);
            }
            else
            {
                File.Move(_aside, path, overwrite: true);
            }
        }
    }
}
