using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Storage;

/// <summary>Uses the bytes of a secret for as long as the call lasts.</summary>
public delegate T SecretUse<out T>(ReadOnlySpan<byte> utf8);

/// <summary>A secret that cannot be printed, serialised or logged by accident: every view of it is <c>***</c>.</summary>
[DebuggerDisplay("***")]
[JsonConverter(typeof(SecretJsonConverter))]
public sealed class Secret : IEquatable<Secret>, IDisposable
{
    /// <summary>What is shown in place of a secret.</summary>
    public const string Mask = "***";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[] _utf8;

    private Secret(byte[] utf8) => _utf8 = utf8;

    /// <summary>A copy of the text's UTF-8 bytes.</summary>
    public static Secret From(ReadOnlySpan<char> text)
    {
        var utf8 = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        Encoding.UTF8.GetBytes(text, utf8);
        return new Secret(utf8);
    }

    /// <summary>A copy of what the <see cref="SecureString"/> holds.</summary>
    public static Secret From(SecureString text)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(text);
        try
        {
            unsafe
            {
                return From(new ReadOnlySpan<char>((char*)pointer, text.Length));
            }
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }

    /// <summary>True when there is nothing, or nothing but white space, in it.</summary>
    public bool IsBlank => Use(utf8 => string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(utf8)));

    /// <summary>Gives the bytes to <paramref name="use"/>; they must not be kept.</summary>
    public T Use<T>(SecretUse<T> use) => use(_utf8);

    /// <summary>The text itself, for the one header or file that it is for.</summary>
    internal string Reveal() => Encoding.UTF8.GetString(_utf8);

    /// <inheritdoc/>
    public bool Equals(Secret? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(_utf8, other._utf8);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => Mask;

    /// <summary>Overwrites the bytes.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_utf8);

    private sealed class SecretJsonConverter : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("A secret is not read from JSON.");

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Mask);
    }
}
