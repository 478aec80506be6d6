using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Auth;

/// <summary>Finds the nonce of a payload: a top-level key, or the same key in every element of a batch (bitopro.md 1.4).</summary>
internal static class PayloadNonce
{
    /// <summary>The nonce, or null when there is none (the placement that the specification calls <c>Docs</c>).</summary>
    /// <exception cref="Refusal">400: not JSON, a nonce that is no integer, or a batch whose elements disagree.</exception>
    public static long? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            reader.Read();
            var nonce = reader.TokenType == JsonTokenType.StartArray ? OfBatch(ref reader) : OfObject(ref reader);
            while (reader.Read()) { }
            return nonce;
        }
        catch (JsonException)
        {
            throw new Refusal(400, "Invalid body");
        }
    }

    private static long? OfBatch(ref Utf8JsonReader reader)
    {
        long? common = null;
        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var nonce = OfObject(ref reader);
            if (!isFirst && nonce != common)
            {
                throw Refusal.WrongParameter("nonce");
            }
            (common, isFirst) = (nonce, false);
        }
        return common;
    }

    private static long? OfObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new Refusal(400, "Invalid body");
        }
        long? nonce = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isNonce = reader.ValueTextEquals("nonce"u8);
            reader.Read();
            if (isNonce)
            {
                nonce =
                    reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value)
                        ? value
                        : throw Refusal.WrongParameter("nonce");
            }
            reader.Skip();
        }
        return nonce;
    }
}
