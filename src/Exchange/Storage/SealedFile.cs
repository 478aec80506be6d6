using System.Security.Cryptography;
using System.Text;

namespace Exchange.Storage;

/// <summary>
/// A small file that only this user can read: on Windows sealed by DPAPI for the current user, elsewhere by AES-256-GCM with a random key
/// in a file of its own beside it (okx-account.md 5.2, strategy.md 14.5). Replaced as a whole; owner-only from the first byte.
/// </summary>
/// <remarks>
/// What it guards against is a copy of the file alone: a backup, a synchronised folder, a shared screen. Who can read both files as
/// this user can read everything that this user can. Whoever writes holds a <see cref="FileLock"/>: two first writers would each make a
/// key.
/// </remarks>
/// <param name="path">The sealed file. Its key, where there is one, is <c>{path}.key</c>.</param>
public sealed class SealedFile(string path)
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    // The name is sealed with the content: one file's bytes are not taken for another's.
    private readonly byte[] _bound = Encoding.UTF8.GetBytes("EXS1" + System.IO.Path.GetFileName(path));

    /// <summary>The sealed file.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    private string KeyPath => Path + ".key";

    /// <summary>The content; null when there is no file, or it is empty. Overwrite it after use.</summary>
    /// <exception cref="ExchangeException">
    /// <c>Exchange.SealBroken</c> when it cannot be opened with the key at hand; <c>Exchange.StorageUnavailable</c> when it cannot be read.
    /// </exception>
    public byte[]? Read()
    {
        var content = ReadBytes(Path);
        if (content is not { Length: > 0 })
        {
            return null;
        }
        try
        {
            return OperatingSystem.IsWindows()
                ? ProtectedData.Unprotect(content, _bound, DataProtectionScope.CurrentUser)
                : Open(content, ReadBytes(KeyPath) ?? throw new CryptographicException("its key is missing"));
        }
        catch (CryptographicException trouble)
        {
            throw Broken(trouble);
        }
    }

    /// <summary>Seals the content and puts it in the place of what was there.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c>; what was there is then as it was.</exception>
    public void Write(ReadOnlySpan<byte> content) =>
        AtomicFile.Replace(
            Path,
            OperatingSystem.IsWindows()
                ? ProtectedData.Protect(content.ToArray(), _bound, DataProtectionScope.CurrentUser)
                : Seal(content, Key())
        );

    /// <summary>Deletes the file and its key. True when there was one.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c></exception>
    public bool Delete()
    {
        try
        {
            var was = File.Exists(Path);
            File.Delete(Path);
            File.Delete(KeyPath);
            return was;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"{Path} cannot be deleted", trouble);
        }
    }

    /// <summary>Puts a file that cannot be opened out of the way, as <c>{path}.bad</c>, and its key with it.</summary>
    /// <returns>Where it is now.</returns>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c></exception>
    public string SetAside()
    {
        var aside = Path + ".bad";
        try
        {
            File.Move(Path, aside, overwrite: true);
            if (File.Exists(KeyPath))
            {
                File.Move(KeyPath, aside + ".key", overwrite: true);
            }
            return aside;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"{Path} cannot be put aside", trouble);
        }
    }

    // Nonce, ciphertext, tag.
    private byte[] Seal(ReadOnlySpan<byte> content, byte[] key)
    {
        var result = new byte[NonceLength + content.Length + TagLength];
        var nonce = result.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(
            nonce,
            content,
            result.AsSpan(NonceLength, content.Length),
            result.AsSpan(NonceLength + content.Length),
            _bound
        );
        CryptographicOperations.ZeroMemory(key);
        return result;
    }

    private byte[] Open(byte[] content, byte[] key)
    {
        if (key.Length != KeyLength || content.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("it or its key is too short");
        }
        var plain = new byte[content.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            content.AsSpan(0, NonceLength),
            content.AsSpan(NonceLength, plain.Length),
            content.AsSpan(NonceLength + plain.Length),
            plain,
            _bound
        );
        CryptographicOperations.ZeroMemory(key);
        return plain;
    }

    // The key outlives its file's contents: it is made once, and a reader of the old file can still open it.
    private byte[] Key()
    {
        if (ReadBytes(KeyPath) is { Length: KeyLength } known)
        {
            return known;
        }
        var fresh = RandomNumberGenerator.GetBytes(KeyLength);
        AtomicFile.Replace(KeyPath, fresh);
        return fresh;
    }

    private static byte[]? ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"{file} cannot be read", trouble);
        }
    }

    private ExchangeException Broken(Exception trouble) =>
        new(
            "Exchange.SealBroken",
            ErrorKind.Storage,
            $"{Path} cannot be opened: it was changed, or its key belongs to another user or another file.",
            trouble
        )
        {
            Remedy = "Sign in again; a new file is then made.",
        };
}
