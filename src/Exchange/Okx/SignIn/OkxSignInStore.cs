using System.Security.Cryptography;
using System.Text.Json;
using Exchange.Storage;

namespace Exchange.Okx.SignIn;

/// <summary>
/// The sealed file of clients, a pending code and the session (okx-account.md 5.2). Readers need no lock; whoever changes it holds
/// one across processes, and changes what is there then, not what was there before.
/// </summary>
/// <param name="path">The file; its folder is made when the first change is written.</param>
public sealed class OkxSignInStore(string path)
{
    /// <summary>The file's name in the folder of OKX's own settings, beside and never in place of the vendor's.</summary>
    public const string FileName = "okx-ps-auth.dat";

    /// <summary>The file of rehearsals, in our own state folder: they never take the place of a session, nor leave anything beside it.</summary>
    public const string RehearsalFileName = "okx-ps-auth.rehearsal.dat";

    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(5);

    private readonly SealedFile _file = new(path);

    /// <summary>Told what is worth a warning, such as a file that cannot be opened.</summary>
    public Action<string> Warn { get; init; } = _ => { };

    /// <summary>The sealed file.</summary>
    public string Path => _file.Path;

    /// <summary>What is there; nothing when it cannot be opened, with a warning.</summary>
    internal SignInState Read()
    {
        try
        {
            return Open();
        }
        catch (ExchangeException trouble)
        {
            Warn($"The sign-in state cannot be read, so nobody counts as signed in. {trouble.Message}");
            return new SignInState();
        }
    }

    /// <summary>Changes what is there when the lock is won. <paramref name="change"/> says whether there is anything to write.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageLocked</c>, <c>Exchange.StorageUnavailable</c></exception>
    internal async Task<SignInState> UpdateAsync(Func<SignInState, bool> change, CancellationToken cancel)
    {
        using var held = await LockAsync("lock", LockLimit, cancel).ConfigureAwait(false);
        var state = OpenOrSetAside();
        if (!change(state))
        {
            return state;
        }
        var content = JsonSerializer.SerializeToUtf8Bytes(state, SignInJson.Default.SignInState);
        _file.Write(content);
        CryptographicOperations.ZeroMemory(content);
        return state;
    }

    /// <summary>A lock of this store, across processes, for longer work than one change.</summary>
    internal Task<FileLock> LockAsync(string name, TimeSpan limit, CancellationToken cancel)
    {
        try
        {
            PrivateFiles.CreateFolder(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"The folder of {Path} cannot be made", trouble);
        }
        return FileLock.TakeAsync($"{Path}.{name}", limit, cancel);
    }

    private SignInState OpenOrSetAside()
    {
        try
        {
            return Open();
        }
        catch (ExchangeException trouble) when (trouble.ErrorId == "Exchange.SealBroken")
        {
            var aside = _file.SetAside();
            Warn($"The sign-in state could not be opened, and was put aside as {aside}. Sign in again.");
            return new SignInState();
        }
    }

    private SignInState Open()
    {
        if (_file.Read() is not { } content)
        {
            return new SignInState();
        }
        try
        {
            var state = JsonSerializer.Deserialize(content, SignInJson.Default.SignInState) ?? new SignInState();
            return state.IsWhole ? state : throw new JsonException("A member is null.");
        }
        // Only what we sealed can be opened; another version of us may have sealed something else.
        catch (JsonException trouble)
        {
            throw new ExchangeException(
                "Exchange.SealBroken",
                ErrorKind.Storage,
                $"{Path} holds something else than a sign-in.",
                trouble
            );
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }
}
